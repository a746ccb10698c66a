import type { NodeContext } from '../platform/context.ts';
import type { Auth } from '../platform/tenant.ts';
import type { Library, Shelf } from './shelf/library.ts';

/** What the tariff's routes are handed. */
export type TariffContext = Pick<NodeContext, 'clock' | 'pool'> & { readonly library: Library };

/** The tariff data at hand for whoever asks. */
export function shelfFor({ library }: TariffContext, { tenant }: Auth): Promise<Shelf> {
  return library.shelf(tenant.id);
}
