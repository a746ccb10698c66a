import type { ValueReference } from '@portolan/tariff';
import { questions } from '../facts/questions.ts';
import { assigned, computed, stated } from '../sheet/candidate.ts';
import { deriveClaim } from './claim.ts';
import { deriveClassification } from './classification.ts';
import type { Desk, SellerOnRecord } from './desk.ts';
import { deriveDutyFacts } from './duty-facts.ts';
import type { GoodsLine } from './invoice-line.ts';
import { deriveValues } from './line-value.ts';
import { type AskedMakers, deriveManufacturer } from './manufacturer.ts';
import { sameParty } from './party.ts';
import { deriveGrossWeight, deriveQuantities } from './quantities.ts';

/** All lines of the entry: one for each invoice line, in the order of the invoices. */
export function deriveLines(
  desk: Desk,
  lines: readonly GoodsLine[],
  values: ValueReference | undefined,
  entryDate: string | undefined,
): void {
  const asked: AskedMakers = new Map();
  for (const line of lines) {
    deriveGoods(desk, line);
    const tariffLine = deriveClassification(desk, line, entryDate);
    if (tariffLine) deriveQuantities(desk, line, tariffLine.units);
    if (tariffLine) deriveDutyFacts(desk, line, tariffLine, entryDate);
    deriveGrossWeight(desk, line);
    deriveManufacturer(desk, line, asked);
    deriveClaim(desk, line);
  }
  deriveRelation(desk, lines);
  deriveValues(desk, lines, values);
}

function deriveGoods({ sheet }: Desk, line: GoodsLine): void {
  const at = `/lines/${line.index}`;
  const { invoice, pointer, certified, ordered } = line;
  sheet.fill(`${at}/number`, computed(line.index + 1, 'position of the line in the entry'));
  sheet.fill(`${at}/invoice/number`, stated(invoice, '/number', invoice.document.number));
  sheet.fill(`${at}/invoice/line`, stated(invoice, `${pointer}/number`, line.line.number));
  sheet.fill(`${at}/description`, stated(invoice, `${pointer}/description`, line.line.description), {
    ask: questions.description,
  });
  sheet.fill(`${at}/lot`, stated(invoice, `${pointer}/lot`, line.line.lot));
  // The seller's invoice states the origin of what was sold; a certification that differs is a cross-check.
  const origins = [
    ...stated(invoice, `${pointer}/originCountry`, line.line.originCountry),
    ...certified.flatMap((match) =>
      stated(match.item, `${match.pointer}/originCountry`, match.line.originCountry),
    ),
    ...ordered.flatMap((match) =>
      stated(match.item, `${match.pointer}/originCountry`, match.line.originCountry),
    ),
  ];
  sheet.fill(`${at}/originCountry`, origins, { ask: questions.originCountry });
  const exported = sheet.values.get('/exportCountry');
  sheet.fill(
    `${at}/exportCountry`,
    computed(typeof exported === 'string' ? exported : undefined, 'country of exportation of the shipment'),
  );
}

/**
 * Related parties: as the client's library of partners says; else asked once for each seller, with what the documents suggest as
 * proposal (19 CFR 152.102(g)).
 */
function deriveRelation({ sheet, given }: Desk, lines: readonly GoodsLine[]): void {
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

const PARTNER_LIBRARY = "the client's library of trading partners";

/** What the library says of a seller; nothing where two rows that fit say different things. */
function relationOnRecord(
  sellers: readonly SellerOnRecord[] = [],
  { name, did }: { readonly name: string; readonly did?: string },
): boolean | undefined {
  const party = { name, ...(did ? { did } : {}) };
  const same = sellers.filter((row) => sameParty(row, party));
  return new Set(same.map(({ related }) => related)).size === 1 ? same[0]?.related : undefined;
}
