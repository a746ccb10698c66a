import { gunzipSync } from 'node:zlib';
import { type Edition, type EditionRecord, openEdition, readFacts } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';

/** Where a thread of its own finds an edition: among those of the program, or in the packed text that it is handed. */
export type EditionSource =
  | { readonly kind: 'program'; readonly id: string }
  | { readonly kind: 'imported'; readonly record: EditionRecord; readonly content: Uint8Array };

export function openSource(source: EditionSource): Edition {
  if (source.kind === 'imported')
    return openEdition(source.record, readFacts(gunzipSync(source.content).toString('utf8')));
  const edition = loadEmbeddedReference().editions.find(({ id }) => id === source.id);
  if (!edition) throw new Error(`edition ${source.id} does not come with the program`);
  return edition;
}
