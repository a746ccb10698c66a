import type { Instant } from '@portolan/kernel';
import type { Edition, TariffReference } from '@portolan/tariff';
import type { Pool } from 'pg';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import type { EditionSource } from '../compare/source.ts';
import { composeReference, digestWith, type HeldItem } from './compose.ts';
import type { ShelfItem } from './item.ts';
import { kept } from './kept.ts';
import { createEditionOpener } from './open-edition.ts';
import { contentOf, heldNamed, namesKnown, shelfOf } from './store.ts';

/** Tariff data at hand for one organization: what came with the program, and what was imported for it. */
export interface Shelf {
  readonly reference: TariffReference;
  readonly items: readonly ShelfItem[];
}

/** What decisions are taken with: what came with the program, and what the operator had imported for the whole node. */
export interface Composition {
  readonly reference: TariffReference;
  /** What was imported, in the order in which it was put together. */
  readonly imported: readonly HeldItem[];
}

export interface Library {
  /** Where a thread of its own finds an edition of a shelf. */
  source(edition: Edition): EditionSource;
  /** For look-ups and worksheets of an organization: what it imported itself counts too. */
  shelf(tenantId: string): Promise<Shelf>;
  /**
   * For drafts, filings and decisions of a moment: what was imported for the whole node by then and not yet withdrawn.
   * Asks the store for names alone; the same names are the same object.
   */
  known(at: Instant): Promise<Composition>;
  /** What names of data for the whole node stand for, withdrawn ones included; undefined where one was never imported. */
  named(names: readonly string[]): Promise<Composition | undefined>;
}

/** References that are kept put together: most organizations have imported nothing and share one. */
const keptReferences = 16;

/** Puts together what organizations look up with and what the node decides with; what is imported counts from then on. */
export function createLibrary(pool: Pool, embedded: TariffReference): Library {
  const opener = createEditionOpener();
  // References alone: organizations that imported the same share one, and never see who imported it elsewhere.
  const references = kept<Promise<TariffReference>>(keptReferences);
  const compositions = kept<Promise<Composition | undefined>>(keptReferences);
  const released: Composition = { reference: embedded, imported: [] };

  const compose = async (tenantId: string, items: readonly ShelfItem[]): Promise<TariffReference> => {
    const held = await Promise.all(
      items.map(async (item) => ({ item, content: await contentOf(pool, tenantId, item) })),
    );
    return composeReference(embedded, held, opener);
  };
  const composeNamed = async (names: readonly string[]): Promise<Composition | undefined> => {
    const found = new Map((await heldNamed(pool, nodeTenantId, names)).map((one) => [one.item.name, one]));
    const imported = names.flatMap((name) => found.get(name) ?? []);
    if (imported.length < names.length) return undefined;
    return { reference: composeReference(embedded, imported, opener), imported };
  };
  // An item never changes and its name is used up for ever: names say all, nothing needs to be read or digested again.
  const named = async (names: readonly string[]) =>
    names.length === 0 ? released : compositions(names.join(' '), () => composeNamed(names));
  return {
    source: opener.source,
    named,
    async shelf(tenantId) {
      const items = unique(await shelfOf(pool, tenantId));
      if (items.length === 0) return { reference: embedded, items };
      const reference = await references(digestWith(embedded, items), () => compose(tenantId, items));
      return { reference, items };
    },
    async known(at) {
      const names = await namesKnown(pool, nodeTenantId, at);
      const composition = await named(names);
      if (!composition) throw new Error(`tariff data vanished: ${names.join(', ')}`);
      return composition;
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
