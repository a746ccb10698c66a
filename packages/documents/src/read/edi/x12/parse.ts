import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { type DocumentsCode, documentsCatalogue } from '../../../catalogue.ts';
import { type EdiMessage, elementOf, maxSegments, type Segment } from '../segment.ts';

export interface X12Interchange {
  readonly messages: readonly EdiMessage[];
  readonly notices: readonly Refusal[];
}

/** True for text that begins as an X12 interchange does. */
export function isX12(text: string): boolean {
  return /^\s*ISA[^A-Za-z0-9\s]/.test(text);
}

/**
 * Reads the envelopes of X12 (ASC X12.5 and X12.6). Separators are those that ISA names: the character after its tag, its
 * sixteenth element and the character after that; blanks that a mailer folded or trimmed in ISA change nothing. Refuses an
 * interchange that was cut off and counts of messages and groups that are not those of what is here; a wrong count of
 * segments is told in a notice, since many programs write it carelessly.
 */
export function parseX12(text: string): Result<X12Interchange> {
  const segments = segmentsOf(text.trimStart());
  return segments.ok ? messagesOf(segments.value) : segments;
}

function segmentsOf(text: string): Result<Segment[]> {
  const separator = text.charAt(3);
  let end = 3;
  for (let count = 1; count < 16 && end >= 0; count += 1) end = text.indexOf(separator, end + 1);
  const terminator = end < 0 ? '' : terminatorAt(text, end + 1);
  if (end < 0 || terminator === '' || terminator === separator)
    return broken('its ISA segment has no sixteen elements');
  const pieces = text.split(terminator, maxSegments + 2);
  if (pieces.length > maxSegments + 1)
    return refused(documentsCatalogue.refuse('DOC_EDI_TOO_MANY', { params: { limit: maxSegments } }));
  const segments = pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece, index): Segment => {
      const [tag = '', ...elements] = piece.split(separator);
      return { tag: tag.trim(), at: index + 1, elements: elements.map((element) => [element]) };
    });
  return ok(segments);
}

/**
 * The character after ISA16. Where a line break follows and the next segment ends with the character of ISA16 itself, that
 * element was left out and its place is taken by the terminator.
 */
function terminatorAt(text: string, sixteenth: number): string {
  const own = text.charAt(sixteenth);
  const after = text.charAt(sixteenth + 1);
  const next =
    text
      .slice(sixteenth + 1)
      .trimStart()
      .split('\n', 1)[0]
      ?.trimEnd() ?? '';
  return /\s/.test(after) && next.endsWith(own) ? own : after;
}

function messagesOf(segments: readonly Segment[]): Result<X12Interchange> {
  const messages: EdiMessage[] = [];
  const notices: Refusal[] = [];
  const faults: Refusal[] = [];
  let isa: Segment | undefined;
  let start = -1;
  let sets = 0;
  let groups = 0;
  for (const [index, segment] of segments.entries()) {
    if (segment.tag === 'ISA') [isa, groups] = [segment, 0];
    if (segment.tag === 'GS') sets = 0;
    if (segment.tag === 'ST') start = index;
    if (segment.tag === 'SE') {
      if (start < 0 || !isa) return broken('a transaction set ends that did not begin');
      const body = segments.slice(start, index + 1);
      notices.push(...counted('SE', segment, body.length, 'segments'));
      messages.push(messageOf(isa, body));
      sets += 1;
      start = -1;
    }
    if (segment.tag === 'GE') {
      faults.push(...counted('GE', segment, sets, 'transaction sets'));
      groups += 1;
    }
    if (segment.tag === 'IEA') {
      faults.push(...counted('IEA', segment, groups, 'groups'));
      if (isa) notices.push(...controlled(isa, segment));
      isa = undefined;
    }
  }
  if (start >= 0 || isa || messages.length === 0) return broken('its end is missing');
  return faults.length > 0 ? refused(faults) : ok({ messages, notices });
}

function messageOf(isa: Segment, segments: readonly Segment[]): EdiMessage {
  const id = (qualifier: number) =>
    `${elementOf(isa, qualifier) ?? ''}:${elementOf(isa, qualifier + 1) ?? ''}`;
  return { syntax: 'X12', kind: elementOf(segments[0], 1) ?? '', sender: id(5), receiver: id(7), segments };
}

function counted(tag: string, segment: Segment, here: number, what: string): Refusal[] {
  const stated = elementOf(segment, 1) ?? '';
  if (Number(stated) === here) return [];
  return [
    refusal('DOC_EDI_COUNT', { what: `Segment ${segment.at} (${tag})`, stated, counted: `${here} ${what}` }),
  ];
}

function controlled(isa: Segment, iea: Segment): Refusal[] {
  const [start = '', end = ''] = [elementOf(isa, 13), elementOf(iea, 2)];
  return start === end ? [] : [refusal('DOC_EDI_CONTROL', { part: 'interchange', start, end })];
}

function refusal(code: DocumentsCode, params: Record<string, string>): Refusal {
  return documentsCatalogue.refuse(code, { params });
}

function broken(detail: string): Result<never> {
  return refused(refusal('DOC_EDI_SYNTAX', { syntax: 'X12', detail }));
}
