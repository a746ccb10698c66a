import type { EditionView, Holder } from '@portolan/contract';
import type { Edition } from '@portolan/tariff';
import type { Shelf } from './shelf/library.ts';

/** An edition as the contract shows it, with who holds it. */
export function editionView(edition: Edition, { items }: Shelf): EditionView {
  const { id, effective, knownAt, horizon, unknownAfter, source, size, digest } = edition;
  const imported = items.find(({ name, kind }) => kind === 'edition' && name === id);
  const holder: Holder = imported?.holder ?? 'program';
  return { id, effective, knownAt, horizon, unknownAfter, source, rows: size, digest, holder };
}
