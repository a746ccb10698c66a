import { AGENCY_ZONE, clocks, dataSetsFor, LATER_ELEMENTS, modeOfCode } from '@portolan/filing';
import { addDays, type CalendarDate, type Instant, parseDate, startOfDay } from '@portolan/kernel';
import type { OpenDraft } from '../trade/draft/open.ts';
import { advanceOf } from './advance.ts';

/** What is due next of a draft, and in words. */
export interface DraftTerm {
  readonly at: Instant;
  readonly words: string;
}

/**
 * The next term of a draft: advance data that its importer still owes, or the entry itself, whichever is due first. Nothing while
 * the papers name no day. A day ends at midnight of the agency's zone.
 */
export function nextTerm(opened: OpenDraft): DraftTerm | undefined {
  const terms = [...advanceTerms(opened), ...entryTerms(opened)];
  return terms.sort((left, right) => (left.at < right.at ? -1 : 1))[0];
}

function advanceTerms(opened: OpenDraft): DraftTerm[] {
  const { modeOfTransport, importDate = opened.moment.at.slice(0, 10) } = opened.assembled.assembly.entry;
  const mode = modeOfTransport ? modeOfCode(modeOfTransport) : undefined;
  // Most modes ask nothing of the importer itself: then nothing is derived.
  if (!mode || !dataSetsFor(mode, importDate).some(({ sender }) => sender === 'importer')) return [];
  const { sets, clocks: running } = advanceOf(opened);
  const owed = sets.filter(({ sender }) => sender === 'importer').flatMap(({ missing }) => missing);
  const open = new Set([
    ...(owed.some((pointer) => !LATER_ELEMENTS.includes(pointer)) ? ['security-filing'] : []),
    ...(owed.some((pointer) => LATER_ELEMENTS.includes(pointer)) ? ['security-filing-stuffing'] : []),
  ]);
  return running
    .filter(({ name }) => open.has(name))
    .map(({ due, label }) => ({ at: due as Instant, words: label }));
}

function entryTerms({ assembled, moment }: OpenDraft): DraftTerm[] {
  const { importDate, entryDate = importDate } = assembled.assembly.entry;
  if (!importDate || !entryDate || !parseDate(importDate).ok || !parseDate(entryDate).ok) return [];
  const day = moment.at.slice(0, 10);
  return clocks({ importDate, entryDate }, day)
    .filter(({ name }) => name === 'entry')
    .map(({ due, label }) => ({
      at: startOfDay(addDays(due as CalendarDate, 1), AGENCY_ZONE),
      words: label,
    }));
}
