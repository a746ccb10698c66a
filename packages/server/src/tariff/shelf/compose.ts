import { type Digest, digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { TariffReference } from '@portolan/tariff';
import type { ShelfItem } from './item.ts';
import type { EditionOpener } from './open-edition.ts';

/** An item with the packed text that it stands for. */
export interface HeldItem {
  readonly item: ShelfItem;
  readonly content: Buffer;
}

/** The reference that comes with the program, with what was imported beside it. */
export function composeReference(
  embedded: TariffReference,
  held: readonly HeldItem[],
  opener: EditionOpener,
): TariffReference {
  if (held.length === 0) return embedded;
  const editions = held
    .filter(({ item }) => item.kind === 'edition')
    .map(({ item, content }) => opener.edition(item, content));
  return {
    ...embedded,
    editions: [...embedded.editions, ...editions],
    digest: digestWith(
      embedded,
      held.map(({ item }) => item),
    ),
  };
}

/** Names the facts that are computed with: those of the program and those imported, each with its dates. */
export function digestWith(embedded: TariffReference, items: readonly ShelfItem[]): Digest {
  if (items.length === 0) return embedded.digest;
  const facts = items.map(({ name, kind, record, digest }) => ({ name, kind, record, digest }));
  return digestJson(nodeCrypto, { embedded: embedded.digest, imported: facts } as unknown as JsonValue);
}
