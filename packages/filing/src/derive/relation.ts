import { questions } from '../facts/questions.ts';
import { assigned, computed } from '../sheet/candidate.ts';
import type { Desk, SellerOnRecord } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';
import { sameParty } from './party.ts';

/**
 * Related parties: as the client's library of partners says; else asked once for each seller, with what the documents suggest as
 * proposal (19 CFR 152.102(g)).
 */
export function deriveRelation({ sheet, given }: Desk, lines: readonly GoodsLine[]): void {
  const answers = new Map<string, boolean>();
  for (const line of lines) {
    const pointer = `/lines/${line.index}/relatedParties`;
    const { seller, buyer } = line.invoice.document;
    const kept = relationOnRecord(given.sellers, seller);
    if (kept !== undefined) {
      sheet.fill(pointer, assigned(kept, PARTNER_LIBRARY), { filerDecides: true });
      continue;
    }
    const known = answers.get(seller.name);
    const proposal = known ?? sameParty(seller, buyer);
    if (known === undefined && sheet.typed(pointer) === undefined)
      sheet.asks.push({ pointer, ...questions.relatedParties, proposal });
    const rule = 'buyer and seller compared by identifier and name; confirmed or changed by the filer';
    answers.set(
      seller.name,
      sheet.fill(pointer, computed(proposal, rule), { filerDecides: true }) ?? proposal,
    );
  }
}

export const PARTNER_LIBRARY = "the client's library of trading partners";

/** What the library says of a seller; nothing where two rows that fit say different things. */
function relationOnRecord(
  sellers: readonly SellerOnRecord[] = [],
  { name, did }: { readonly name: string; readonly did?: string },
): boolean | undefined {
  const party = { name, ...(did ? { did } : {}) };
  const same = sellers.filter((row) => sameParty(row, party));
  return new Set(same.map(({ related }) => related)).size === 1 ? same[0]?.related : undefined;
}
