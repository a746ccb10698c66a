import { addDays, type CalendarDate, type Refusal } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import type { Inquiry } from './inquiry.ts';
import { dayOf } from './question.ts';
import { refuse } from './soundness.ts';

/** The last change of control that somebody believed tells of, by the day asked. */
export interface ControlChange {
  readonly on: CalendarDate;
  readonly by: Attestation;
  /** Why an attestation from before the change counts no more; undefined while it does. */
  outdates(attestation: Attestation): Refusal | undefined;
}

/** New owners are new people: what was attested of the old ones counts for a while only, and the age begins again. */
export function controlChange(inquiry: Inquiry): ControlChange | undefined {
  const day = dayOf(inquiry.question);
  const told = inquiry
    .believed(inquiry.question.subject)
    .flatMap((by) => {
      const on = by.facts.controlChangedOn;
      return on !== undefined && on <= day ? [{ on, by }] : [];
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const [last] = told;
  if (!last) return undefined;
  const { on, by } = last;
  const days = inquiry.question.policy.changeOfControlDays;
  const over = addDays(on, days) < day;
  return {
    on,
    by,
    outdates: ({ signedAt, kind }) =>
      kind && over && signedAt.slice(0, 10) < on
        ? refuse('PARTY_BEFORE_CHANGE_OF_CONTROL', { on, days })
        : undefined,
  };
}
