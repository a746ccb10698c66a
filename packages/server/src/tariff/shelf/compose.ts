import { gunzipSync } from 'node:zlib';
import { type Digest, digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type TariffReference, withCases, withExchangeRates } from '@portolan/tariff';
import type { ShelfItem } from './item.ts';
import { withMeasures } from './measures.ts';
import type { EditionOpener } from './open-edition.ts';
import type { KeptRows } from './readers.ts';

/** An item with the packed text that it stands for. */
export interface HeldItem {
  readonly item: ShelfItem;
  readonly content: Uint8Array;
}

/**
 * The reference that comes with the program, with what was imported beside it. Of editions with the same dates, and of rows
 * that fit the same goods on the same day, what was imported later stands first and decides.
 */
export function composeReference(
  embedded: TariffReference,
  held: readonly HeldItem[],
  opener: EditionOpener,
): TariffReference {
  if (held.length === 0) return embedded;
  const editions = held
    .filter(({ item }) => item.kind === 'edition')
    .map(({ item, content }) => opener.edition(item, content));
  const withEditions = {
    ...embedded,
    editions: [...editions.toReversed(), ...embedded.editions],
    dutyLayers: withMeasures(embedded.dutyLayers, rowsOf(held.toReversed(), 'measures')),
  };
  const withRates = withExchangeRates(withEditions, rowsOf(held, 'exchange-rates'));
  const items = held.map(({ item }) => item);
  return { ...withCases(withRates, rowsOf(held, 'cases'), nodeCrypto), digest: digestWith(embedded, items) };
}

/** The rows of all imported tables of a kind. */
function rowsOf<Kind extends keyof KeptRows>(
  held: readonly HeldItem[],
  kind: Kind,
): KeptRows[Kind][number][] {
  return held
    .filter(({ item }) => item.kind === kind)
    .flatMap(({ content }) => JSON.parse(gunzipSync(content).toString('utf8')) as KeptRows[Kind][number][]);
}

/** Names the facts that are computed with: those of the program and those imported, each with its dates. */
export function digestWith(embedded: TariffReference, items: readonly ShelfItem[]): Digest {
  if (items.length === 0) return embedded.digest;
  const facts = items.map(({ name, kind, record, digest }) => ({ name, kind, record, digest }));
  return digestJson(nodeCrypto, { embedded: embedded.digest, imported: facts } as unknown as JsonValue);
}
