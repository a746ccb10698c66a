import type { EdiMessage } from './segment.ts';

/** Segments that hold a message together and say nothing themselves: frame, counts, levels, the beginning of a section. */
const FRAME: ReadonlySet<string> = new Set([
  ...['ST', 'SE', 'CTT', 'HL', 'LX'],
  ...['UNH', 'UNT', 'UNS', 'CNT', 'CPS', 'CNI', 'GID'],
]);

/** Most tags that are named one by one. */
const MOST_NAMED = 12;

/** Which segments no value came from, as "N9 (2), TD5": tags in the order in which they first stand. */
export function unreadSegments(
  { segments }: EdiMessage,
  origins: readonly string[],
): { count: number; segments: string } {
  const read = new Set(origins.flatMap((place) => /^segment (\d+),/.exec(place)?.[1] ?? []));
  const unread = segments.filter(({ tag, at }) => !FRAME.has(tag) && !read.has(String(at)));
  const counts = new Map<string, number>();
  for (const { tag } of unread) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const named = [...counts].map(([tag, count]) => (count === 1 ? tag : `${tag} (${count})`));
  const more = named.length > MOST_NAMED ? [`${named.length - MOST_NAMED} more kinds`] : [];
  return { count: unread.length, segments: [...named.slice(0, MOST_NAMED), ...more].join(', ') };
}
