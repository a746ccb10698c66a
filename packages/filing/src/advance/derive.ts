import { type Evidence, linkDocuments } from '@portolan/documents';
import type { JsonValue } from '@portolan/kernel';
import type { Ask } from '../ask.ts';
import type { CrossCheck } from '../cross-check.ts';
import type { Given } from '../derive/desk.ts';
import { matchLines } from '../derive/match.ts';
import { sortPapers } from '../derive/papers.ts';
import { placeOfField } from '../fields/places.ts';
import type { ProvenanceMap } from '../provenance.ts';
import { build } from '../sheet/build.ts';
import { Sheet } from '../sheet/sheet.ts';
import type { DataSet } from './data-set.ts';
import type { Shipment } from './element.ts';

/** One element as it stands, for lists and print. */
export interface AdvanceField {
  readonly pointer: string;
  readonly label: string;
  readonly cite: string;
  readonly required: boolean;
  readonly value?: JsonValue;
}

/** Advance data of one set, as far as the documents give it, each value with its source. */
export interface AdvanceData {
  readonly set: DataSet['id'];
  readonly label: string;
  readonly sender: DataSet['sender'];
  readonly values: JsonValue;
  readonly fields: readonly AdvanceField[];
  readonly provenance: ProvenanceMap;
  readonly asks: readonly Ask[];
  readonly crossChecks: readonly CrossCheck[];
  /** Required elements that nothing gives yet. */
  readonly missing: readonly string[];
}

/** Before the pointer of a typed element that is of advance data alone, and no field of the entry. */
export const ADVANCE_POINTER = '/advance';

/**
 * Derives the elements of an advance data set from the documents of a shipment: nothing is keyed that a document says, and what
 * was typed for the entry counts here too, since the fields have the same places. Pure, in any order of evidence the same.
 */
export function deriveAdvanceData(
  set: DataSet,
  evidence: readonly Evidence[],
  given: Pick<Given, 'typed' | 'typedBy' | 'at' | 'links' | 'part'>,
): AdvanceData {
  const papers = sortPapers(evidence);
  const sheet = new Sheet({
    values: typedElements(given.typed),
    at: given.at,
    ...(given.typedBy ? { by: given.typedBy } : {}),
  });
  const lines = matchLines(papers, given.links ?? linkDocuments(evidence), given.part);
  const shipment: Shipment = { papers, lines };
  const fields: AdvanceField[] = [];
  const put = ({ pointer, label, cite, required }: Omit<AdvanceField, 'value'>) => {
    const value = sheet.values.get(pointer);
    fields.push({ pointer, label, cite, required, ...(value === undefined ? {} : { value }) });
  };
  for (const element of set.elements) {
    const question = element.ask?.(shipment);
    sheet.fill(element.pointer, element.from(shipment), question ? { ask: question } : {});
    put(element);
  }
  for (const line of lines)
    for (const element of set.lineElements) {
      const pointer = `/lines/${line.index}${element.pointer}`;
      const question = element.ask?.(line);
      sheet.fill(pointer, element.from(line), question ? { ask: question } : {});
      put({ ...element, pointer });
    }
  return {
    set: set.id,
    label: set.label,
    sender: set.sender,
    values: build(sheet.values),
    fields,
    provenance: sheet.provenance,
    asks: sheet.asks.map((ask) => ({ ...ask, pointer: answerPointer(ask.pointer) })),
    crossChecks: sheet.crossChecks,
    missing: fields
      .filter(({ required, value }) => required && value === undefined)
      .map(({ pointer }) => pointer),
  };
}

/** Answers given for advance data stand for themselves; what was typed for a field of the entry counts for both. */
function typedElements(typed: Given['typed']): Given['typed'] {
  const own = Object.entries(typed).flatMap(([pointer, value]) =>
    pointer.startsWith(`${ADVANCE_POINTER}/`)
      ? [[pointer.slice(ADVANCE_POINTER.length), value] as const]
      : [],
  );
  return { ...typed, ...Object.fromEntries(own) };
}

function answerPointer(pointer: string): string {
  return placeOfField(pointer) ? pointer : `${ADVANCE_POINTER}${pointer}`;
}
