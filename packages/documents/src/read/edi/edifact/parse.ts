import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { type DocumentsCode, documentsCatalogue } from '../../../catalogue.ts';
import { type EdiMessage, elementOf, maxSegments, type Segment } from '../segment.ts';

export interface EdifactInterchange {
  readonly messages: readonly EdiMessage[];
  readonly notices: readonly Refusal[];
}

/** True for text that begins as an EDIFACT interchange does. */
export function isEdifact(text: string): boolean {
  return /^\s*(UNA.{6}|UNB[^A-Za-z0-9\s])/.test(text);
}

interface Marks {
  readonly component: string;
  readonly element: string;
  readonly release: string;
  readonly segment: string;
}

/**
 * Reads the envelopes of EDIFACT (ISO 9735, syntax versions 1 to 4). Service characters are those of UNA, else the usual ones;
 * a released character stands for itself. Refuses an interchange that was cut off; counts that differ are told in a notice,
 * since many programs write them carelessly.
 */
export function parseEdifact(text: string): Result<EdifactInterchange> {
  const trimmed = text.trimStart();
  const marks = marksOf(trimmed);
  const body = trimmed.startsWith('UNA') ? trimmed.slice(9) : trimmed;
  const segments = segmentsOf(body, marks);
  return segments.ok ? messagesOf(segments.value) : segments;
}

function marksOf(text: string): Marks {
  const [component = ':', element = '+', , release = '?', , segment = "'"] = text.startsWith('UNA')
    ? text.slice(3, 9)
    : ":+.? '";
  return { component, element, release, segment };
}

function segmentsOf(text: string, { component, element, release, segment }: Marks): Result<Segment[]> {
  const segments: Segment[] = [];
  let elements: string[][] = [['']];
  const put = (character: string) => {
    const last = elements.at(-1) ?? [];
    last[last.length - 1] += character;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === release && release !== ' ') {
      at += 1;
      put(text.charAt(at));
    } else if (character === component) elements.at(-1)?.push('');
    else if (character === element) elements.push(['']);
    else if (character === segment) {
      const [[tag = ''] = [], ...rest] = elements;
      segments.push({ tag: tag.trim(), at: segments.length + 1, elements: rest });
      elements = [['']];
      if (segments.length > maxSegments)
        return refused(documentsCatalogue.refuse('DOC_EDI_TOO_MANY', { params: { limit: maxSegments } }));
    } else put(character);
  }
  return elements.flat().join('').trim() === '' ? ok(segments) : broken('its last segment has no end');
}

function messagesOf(segments: readonly Segment[]): Result<EdifactInterchange> {
  const unb = segments.find(({ tag }) => tag === 'UNB');
  const messages: EdiMessage[] = [];
  const notices: Refusal[] = [];
  let start = -1;
  for (const [index, segment] of segments.entries()) {
    if (segment.tag === 'UNH') start = index;
    if (segment.tag !== 'UNT') continue;
    if (start < 0 || !unb) return broken('a message ends that did not begin');
    const body = segments.slice(start, index + 1);
    messages.push(messageOf(unb, body));
    notices.push(...counted(segment, body.length));
    start = -1;
  }
  if (start >= 0 || messages.length === 0 || !segments.some(({ tag }) => tag === 'UNZ'))
    return broken('its end is missing');
  return ok({ messages, notices });
}

function messageOf(unb: Segment, segments: readonly Segment[]): EdiMessage {
  const id = (index: number) => `${elementOf(unb, index, 2) ?? ''}:${elementOf(unb, index, 1) ?? ''}`;
  return {
    syntax: 'EDIFACT',
    kind: elementOf(segments[0], 2, 1) ?? '',
    sender: id(2),
    receiver: id(3),
    segments,
  };
}

function counted(unt: Segment, here: number): Refusal[] {
  const stated = elementOf(unt, 1) ?? '';
  if (Number(stated) === here) return [];
  return [refusal('DOC_EDI_COUNT', { what: `Segment ${unt.at} (UNT)`, stated, counted: `${here} segments` })];
}

function refusal(code: DocumentsCode, params: Record<string, string>): Refusal {
  return documentsCatalogue.refuse(code, { params });
}

function broken(detail: string): Result<never> {
  return refused(refusal('DOC_EDI_SYNTAX', { syntax: 'EDIFACT', detail }));
}
