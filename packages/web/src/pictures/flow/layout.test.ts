import { expect, test } from 'vitest';
import { layoutFlow } from './layout.ts';
import { withoutRings } from './without-rings.ts';

const node = (id: string) => ({ id, name: id });
const link = (from: string, to: string, size = 1) => ({ from, to, size, words: `${size} t` });

test('bands run from left to right, as thick as their amounts', () => {
  const flow = layoutFlow(['a', 'b', 'c', 'd'].map(node), [
    link('a', 'c', 3),
    link('b', 'c', 1),
    link('c', 'd', 4),
  ]);
  const x = (id: string) => flow.nodes.find((each) => each.id === id)?.x ?? 0;
  expect(x('a')).toBeLessThan(x('c'));
  expect(x('c')).toBeLessThan(x('d'));
  const [first, second] = flow.bands;
  expect((first?.thickness ?? 0) / (second?.thickness ?? 1)).toBeCloseTo(3);
  expect(flow.left).toEqual([]);
});

test('what would run back is left to the table', () => {
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('b', 'b')];
  expect(withoutRings(links).left).toEqual([links[2], links[3]]);
  expect(layoutFlow(['a', 'b', 'c'].map(node), links).bands).toHaveLength(2);
});

test('links to unknown nodes and of nothing are not drawn; nothing to draw is no fault', () => {
  const flow = layoutFlow([node('a'), node('b')], [link('a', 'x'), link('a', 'b', 0)]);
  expect(flow).toEqual({ width: 0, height: 0, nodes: [], bands: [], left: [] });
});
