import { expect, test } from 'vitest';
import { layoutTime } from './layout.ts';

const lane = (id: string, ...times: string[]) => ({
  id,
  name: id,
  marks: times.map((at) => ({ at, words: 'step' })),
});

test('marks stand in the order of time on one axis for all lanes', () => {
  const time = layoutTime([
    lane('heat', '2026-06-01T07:10:00Z', '2026-06-03T18:00:00Z'),
    lane('bundle', '2026-06-03T18:00:00Z', '2026-06-09T14:00:00Z'),
  ]);
  const [heat, bundle] = time.lanes;
  expect(heat?.to).toBe(bundle?.from);
  expect(heat?.from).toBeLessThan(heat?.to ?? 0);
  expect(time.ticks.map(({ words }) => words)).toEqual([
    '2026-06-01',
    '2026-06-03',
    '2026-06-05',
    '2026-06-07',
    '2026-06-09',
  ]);
});

test('one moment is one tick with its time of day; nothing at all is an empty sheet', () => {
  expect(layoutTime([lane('a', '2026-06-01T07:10:00Z')]).ticks.map(({ words }) => words)).toEqual([
    '06-01 07:10',
  ]);
  const empty = layoutTime([lane('a')]);
  expect([empty.lanes, empty.ticks, empty.left]).toEqual([[], [], 1]);
});
