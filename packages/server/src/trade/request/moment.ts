import type { Instant } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import type { CaseRow } from '../store/cases.ts';

/**
 * The moment of an act in a case. A story goes on at its own date: the one that the act names, else where the story
 * stands; never before what has happened in it. Any other case goes by the clock.
 */
export function momentInCase({ story_at }: Pick<CaseRow, 'story_at'>, act: Moment, now: Instant): Moment {
  if (story_at === null) return { at: now, story: false };
  return { at: act.story && act.at > story_at ? act.at : story_at, story: true };
}

/** The story's date after something happened in it; null where the case is none. */
export function storyAfter({ story_at }: Pick<CaseRow, 'story_at'>, at: Instant): Instant | null {
  if (story_at === null) return null;
  return at > story_at ? at : story_at;
}
