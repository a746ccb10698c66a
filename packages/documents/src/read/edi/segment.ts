import { type Found, leaf, nothing } from '../found.ts';

/** A segment of X12 or EDIFACT: its tag, where it stands, its elements with their components. */
export interface Segment {
  readonly tag: string;
  /** Position in the interchange, from 1. */
  readonly at: number;
  readonly elements: readonly (readonly string[])[];
}

/** One message (X12 transaction set) with the parties of its interchange. */
export interface EdiMessage {
  readonly syntax: 'X12' | 'EDIFACT';
  /** '850', 'ORDERS'. */
  readonly kind: string;
  readonly sender: string;
  readonly receiver: string;
  readonly segments: readonly Segment[];
}

/** Most segments that are taken from one interchange. */
export const maxSegments = 100_000;

/** The text of an element, counted from 1 as the standards count; nothing when it is empty. */
export function elementOf(segment: Segment | undefined, index: number, component = 1): string | undefined {
  return segment?.elements[index - 1]?.[component - 1]?.trim() || undefined;
}

/** The same with its place: 'segment 12, BEG03'. */
export function elementAt(segment: Segment | undefined, index: number, component = 1): Found<string> {
  const text = elementOf(segment, index, component);
  return segment && text !== undefined ? leaf(text, placeOf(segment, index)) : nothing;
}

export function placeOf({ tag, at }: Segment, index?: number): string {
  return `segment ${at}, ${tag}${index === undefined ? '' : String(index).padStart(2, '0')}`;
}

/** The first segment of a tag, and with a qualifier as its first element where one is given. */
export function first(
  segments: readonly Segment[],
  tag: string,
  ...qualifiers: readonly string[]
): Segment | undefined {
  return segments.find((segment) => segment.tag === tag && isQualified(segment, qualifiers));
}

export function every(
  segments: readonly Segment[],
  tag: string,
  ...qualifiers: readonly string[]
): Segment[] {
  return segments.filter((segment) => segment.tag === tag && isQualified(segment, qualifiers));
}

function isQualified(segment: Segment, qualifiers: readonly string[]): boolean {
  return qualifiers.length === 0 || qualifiers.includes(elementOf(segment, 1) ?? '');
}

/** Loops: each begins with a segment of the tag and ends before the next one, or before one of `until`. */
export function loops(segments: readonly Segment[], tag: string, until: readonly string[] = []): Segment[][] {
  const found: Segment[][] = [];
  let open: Segment[] | undefined;
  for (const segment of segments) {
    if (segment.tag === tag) {
      open = [segment];
      found.push(open);
    } else if (until.includes(segment.tag)) open = undefined;
    else open?.push(segment);
  }
  return found;
}

/** The segments before the first of the tags: the head of a message. */
export function before(segments: readonly Segment[], ...tags: readonly string[]): readonly Segment[] {
  const end = segments.findIndex(({ tag }) => tags.includes(tag));
  return end < 0 ? segments : segments.slice(0, end);
}
