import type { TimelineEvent } from '@portolan/contract';
import type { JsonObject } from '@portolan/kernel';
import type { TimelineRow } from '../store/timeline.ts';
import type { PartyNames } from './parties.ts';

/** What happened, in words; the rest of an event's detail follows after a colon. */
const titles: Readonly<Record<string, string>> = {
  'draft-made': 'Draft made from documents',
  discarded: 'Draft discarded',
  filed: 'Entry filed',
  corrected: 'Entry corrected',
  'filing-refused': 'Filing refused',
  decided: 'Decision',
  'evidence-used': 'Your documents support an entry',
  asked: 'Request for information',
  'request-extended': 'More time granted',
  'request-escalated': 'Exporter or producer asked',
  'request-answered': 'Request answered',
  'request-closed': 'Request closed',
  'extension-asked': 'More time asked for',
  'extension-refused': 'Wish for more time not taken',
  'answer-refused': 'Answer not taken: another party had answered',
  milestone: 'Recorded',
  'action-proposed': 'Action proposed (Form 29)',
  'action-taken': 'Action taken (Form 29)',
  'action-answered': 'Proposed action answered',
};

/** An event of the timeline as the portal shows it. */
export function timelineEvent({ at, kind, actor, detail }: TimelineRow, parties: PartyNames): TimelineEvent {
  const words = detailWords(kind, detail);
  return {
    at,
    kind,
    title: titleOf(kind, detail),
    ...(words === '' ? {} : { detail: words }),
    by: parties.ref(actor),
    ...(typeof detail.digest === 'string' ? { digest: detail.digest } : {}),
    ...(typeof detail.request === 'string' ? { href: `/requests/${detail.request}` } : {}),
  };
}

function titleOf(kind: string, detail: JsonObject): string {
  const title = titles[kind] ?? kind;
  if (kind === 'decided') return `${title}: ${text(detail.outcome)}`;
  return typeof detail.title === 'string' ? `${title}: ${detail.title}` : title;
}

function detailWords(kind: string, detail: JsonObject): string {
  const parts = [text(detail.about), text(detail.reason)];
  if (kind === 'filing-refused') parts.push(Array.isArray(detail.codes) ? detail.codes.join(', ') : '');
  if (kind === 'request-answered' && detail.disclosure === 'agency')
    parts.push('Disclosed to the agency alone.');
  if (kind.startsWith('action-') && Array.isArray(detail.lines))
    parts.push(`Lines ${detail.lines.join(', ')}.`);
  return parts.filter((part) => part !== '').join('. ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
