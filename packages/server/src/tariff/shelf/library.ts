import type { Edition, TariffReference } from '@portolan/tariff';
import type { Pool } from 'pg';
import type { EditionSource } from '../compare/source.ts';
import { composeReference, digestWith } from './compose.ts';
import type { ShelfItem } from './item.ts';
import { createEditionOpener } from './open-edition.ts';
import { contentOf, shelfOf } from './store.ts';

/** Tariff data at hand for one organization: what came with the program, and what was imported for it. */
export interface Shelf {
  readonly reference: TariffReference;
  readonly items: readonly ShelfItem[];
}

export interface Library {
  /** Where a thread of its own finds an edition of a shelf. */
  source(edition: Edition): EditionSource;
  shelf(tenantId: string): Promise<Shelf>;
}

/** References that are kept put together: most organizations have imported nothing and share one. */
const keptReferences = 16;

/** Puts together the reference of an organization; what is imported counts from the next question on. */
export function createLibrary(pool: Pool, embedded: TariffReference): Library {
  const opener = createEditionOpener();
  // References alone: organizations that imported the same share one, and never see who imported it elsewhere.
  const references = new Map<string, TariffReference>();

  const compose = async (tenantId: string, items: readonly ShelfItem[]): Promise<TariffReference> => {
    const held = await Promise.all(
      items.map(async (item) => ({ item, content: await contentOf(pool, tenantId, item) })),
    );
    return composeReference(embedded, held, opener);
  };
  return {
    source: opener.source,
    async shelf(tenantId) {
      const items = unique(await shelfOf(pool, tenantId));
      if (items.length === 0) return { reference: embedded, items };
      const key = digestWith(embedded, items);
      const reference = references.get(key) ?? (await compose(tenantId, items));
      references.delete(key);
      references.set(key, reference);
      const [oldest] = references.keys();
      if (references.size > keptReferences && oldest !== undefined) references.delete(oldest);
      return { reference, items };
    },
  };
}

/** What an organization imported itself stands before what the operator imported under the same name. */
function unique(items: readonly ShelfItem[]): ShelfItem[] {
  const byName = new Map<string, ShelfItem>();
  for (const item of items)
    if (item.holder === 'organization' || !byName.has(item.name)) byName.set(item.name, item);
  return [...byName.values()];
}
