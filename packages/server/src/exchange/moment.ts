import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { NodeContext } from '../platform/context.ts';
import type { Tenant } from '../platform/tenant.ts';
import { exchangeCatalogue } from './catalogue.ts';

/** The time at which something happens. A story happens on its own date, and says so for ever. */
export interface Moment {
  readonly at: Instant;
  readonly story: boolean;
}

/**
 * The moment of an act: now, or a story's own date. A story's date is refused unless this node carries the sample
 * community and every party that acts or receives here is a sample.
 */
export function momentOf(
  context: Pick<NodeContext, 'clock'>,
  storyAt: Instant | undefined,
  parties: readonly Tenant[],
): Result<Moment> {
  if (storyAt === undefined) return ok({ at: context.clock.now(), story: false });
  const allowed = parties.length > 0 && parties.every(({ sample }) => sample);
  if (!allowed) return refused(exchangeCatalogue.refuse('NODE_STORY_REFUSED', { path: '/storyAt' }));
  return ok({ at: storyAt, story: true });
}
