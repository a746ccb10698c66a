import { addDays, addYears, type CalendarDate, date, daysBetween } from '@portolan/kernel';
import type { AgreementTerms } from '../facts/agreement.ts';

/** Where a claim made after importation stands on a day (19 U.S.C. 1520(d)). */
export interface PostImportationState {
  readonly state: 'open' | 'last-day' | 'closed';
  readonly lastDay: CalendarDate;
  readonly daysLeft: number;
  readonly cite: string;
}

export function postImportationState(
  agreement: AgreementTerms,
  imported: string,
  on: string,
): PostImportationState {
  const { value: years, source: cite } = agreement.postImportationYears;
  const lastDay = addYears(date(imported), years);
  const daysLeft = daysBetween(date(on), lastDay);
  return { state: daysLeft < 0 ? 'closed' : daysLeft === 0 ? 'last-day' : 'open', lastDay, daysLeft, cite };
}

/** Where the duty to correct a claim stands: prompt within the days, late after (19 CFR 182.124, 10.583(c)). */
export interface CorrectionState {
  readonly state: 'running' | 'prompt' | 'late';
  readonly due: CalendarDate;
  readonly cite: string;
}

/** @param learnedOn day on which the importer had reason to believe the claim wrong */
export function correctionState(
  agreement: AgreementTerms,
  learnedOn: string,
  on: string,
  correctedOn?: string,
): CorrectionState {
  const { value: days, source: cite } = agreement.correctionDays;
  const due = addDays(date(learnedOn), days);
  if (correctedOn !== undefined) return { state: correctedOn <= due ? 'prompt' : 'late', due, cite };
  return { state: on <= due ? 'running' : 'late', due, cite };
}
