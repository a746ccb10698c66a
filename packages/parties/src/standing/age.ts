import { type CalendarDate, daysBetween } from '@portolan/kernel';
import { controlChange } from './control.ts';
import type { Inquiry } from './inquiry.ts';
import { dayOf } from './question.ts';
import type { Standing } from './standing.ts';
import type { Counted } from './weigh.ts';

/**
 * Since when the organization exists under those who control it now: the earliest registration that a counted attestation of a
 * register or tax authority gives, or the last change of control where that came later. A shelf company bought last month is
 * a month old, whatever its number says. What the organization or its friends say of its age does not count.
 */
export function ageOf(inquiry: Inquiry, counted: readonly Counted[]): Standing['age'] {
  const day = dayOf(inquiry.question);
  const [registered] = counted
    .filter(({ rule }) => rule.accredited)
    .flatMap(({ attestation }) => attestation.facts.since ?? [])
    .sort();
  if (registered === undefined || registered > day) return undefined;
  const change = controlChange(inquiry);
  const bought = change !== undefined && change.on > registered;
  const since: CalendarDate = bought ? change.on : registered;
  return { since, days: daysBetween(since, day), because: bought ? 'change of control' : 'registration' };
}
