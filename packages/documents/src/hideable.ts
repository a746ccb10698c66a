import { type JsonObject, joinPointer, resolvePointer } from '@portolan/kernel';
import type { DocumentType } from './schema/document.ts';
import type { MillTestReport } from './schema/mill-test-report.ts';

/**
 * What the holder of a document may hide when its issuer signs it as `vc+sd-jwt`, unless the issuer names something else: JSON
 * pointers into the document. Of a mill test report that is what is between mill and buyer, and each test. Never the chemistry,
 * which customs asks for whole (19 CFR 141.89), nor customer and order: without them a certificate could be used for other goods.
 * Documents of other types hide what the table says of them, and nothing else unless told.
 */
export function hideableMembers(type: DocumentType, document: object): string[] {
  if (type === 'MillTestReport') return hideableInCertificate(document as MillTestReport);
  return (CONFIDENTIAL[type] ?? []).filter((pointer) => resolvePointer(document, pointer) !== undefined);
}

/** Members that are between the parties alone, by type of document. */
const CONFIDENTIAL: Partial<Record<DocumentType, readonly string[]>> = {
  // Of a sale in the pipe: the deal. Who owns what from when on is what the line and customs ask for.
  TitleTransfer: ['/contract', '/price', '/tradeDate'],
  // Of a facility: the well and what it gives. Country, role and lot prove the origin.
  LiquidProduction: ['/facility/uwi', '/density'],
  // Of a ticket: who shipped, which whoever bought the oil later has no need to know.
  MeasurementTicket: ['/shipper'],
};

function hideableInCertificate({ commercial, items, worksOrder }: MillTestReport): string[] {
  return [
    ...(commercial ? ['/commercial'] : []),
    ...(worksOrder === undefined ? [] : ['/worksOrder']),
    ...items.flatMap(({ otherTests, tests }, item) => [
      ...tests.map((_, test) => joinPointer('items', item, 'tests', test)),
      ...(otherTests ? [joinPointer('items', item, 'otherTests')] : []),
    ]),
  ];
}

/** A document as it reads when its holder hides these members; pointers under which nothing stands change nothing. */
export function withoutMembers(document: JsonObject, pointers: readonly string[]): JsonObject {
  const gone = new Set(pointers);
  return without(document, '', gone) as JsonObject;
}

function without(value: unknown, at: string, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      gone.has(`${at}/${index}`) ? [] : [without(item, `${at}/${index}`, gone)],
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const place = `${at}${joinPointer(name)}`;
      return gone.has(place) ? [] : [[name, without(member, place, gone)]];
    }),
  );
}
