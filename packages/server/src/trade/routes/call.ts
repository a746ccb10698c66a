import { type Instant, ok, parseInstant, type Result } from '@portolan/kernel';
import { momentOf } from '../../exchange/moment.ts';
import type { Auth } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import type { Act } from '../draft/steps.ts';

/** Who calls and when; a story's own date only from sample tenants on a sample node. */
export function actOf(context: TradeContext, { tenant, member }: Auth, storyAt?: string): Result<Act> {
  const story = storyInstant(storyAt);
  if (!story.ok) return story;
  const parties = context.settings.sample ? [tenant] : [];
  const moment = momentOf(context, story.value, parties);
  return moment.ok ? ok({ tenant, member, moment: moment.value }) : moment;
}

function storyInstant(text: string | undefined): Result<Instant | undefined> {
  return text === undefined || text === '' ? ok(undefined) : parseInstant(text, '/storyAt');
}

/** The act of a caller now. */
export function actNow(context: TradeContext, { tenant, member }: Auth): Act {
  return { tenant, member, moment: { at: context.clock.now(), story: false } };
}
