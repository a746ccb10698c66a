import { type FilingRecord, type OrderFile, orderFile } from '@portolan/documents';
import type { Dossier } from '../dossier.ts';
import type { DecisionTime, Reference } from '../program.ts';
import type { OrderFacts } from './facts/tables.ts';

/** A dossier laid out for the rules: the graph of its orders with the entry itself as the last station. */
export interface OrderCase {
  readonly dossier: Dossier;
  readonly reference: Reference<OrderFacts>;
  readonly at: DecisionTime;
  readonly file: OrderFile;
  /** Position in the entry of an invoice line, by digest and pointer. */
  readonly enteredAt: ReadonlyMap<string, number>;
}

export function layOut(dossier: Dossier, reference: Reference<OrderFacts>, at: DecisionTime): OrderCase {
  const places = placesOf(dossier);
  const record = recordOf(dossier, places);
  return {
    dossier,
    reference,
    at,
    file: orderFile(dossier.evidence, [record]),
    enteredAt: new Map(places.map(({ digest, pointer, index }) => [`${digest}${pointer}`, index])),
  };
}

interface Entered {
  readonly index: number;
  readonly digest: string;
  readonly pointer: string;
}

/** Which invoice line every line of the entry came from, by the source of its description. */
function placesOf({ entry, provenance }: Dossier): Entered[] {
  return entry.lines.flatMap((_, index) => {
    const source = provenance[`/lines/${index}/invoice/line`];
    const pointer = source?.pointer?.replace(/\/number$/, '');
    return source?.document && pointer ? [{ index, digest: source.document, pointer }] : [];
  });
}

function recordOf({ entry }: Dossier, places: readonly Entered[]): FilingRecord {
  const digests = [...new Set(places.map(({ digest }) => digest))].sort();
  return {
    id: `entry ${entry.entryNumber ?? 'draft'}`,
    stage: 'entry',
    entryNumber: entry.entryNumber ?? 'draft',
    date: entry.entryDate,
    transportDocuments: entry.billOfLading,
    invoices: digests as NonNullable<FilingRecord['invoices']>,
    lines: places.map(({ index, digest, pointer }) => {
      const part = entry.lines[index]?.invoice.quantity;
      return {
        number: String(index + 1),
        evidence: [{ digest: digest as `sha256:${string}`, pointer }],
        ...(part ? { quantity: part } : {}),
      };
    }),
  };
}
