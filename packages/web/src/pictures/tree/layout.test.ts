import { expect, test } from 'vitest';
import { layoutTree } from './layout.ts';

const node = (id: string, generation: number) => ({ id, name: id, words: '', generation });

test('generations stand in columns, oldest at the left, and each next to its relatives', () => {
  const tree = layoutTree(
    [node('coil', 0), node('heat b', -1), node('heat a', -1), node('of b', 1), node('of a', 1)],
    [
      { from: 'heat a', to: 'coil' },
      { from: 'heat b', to: 'coil' },
      { from: 'coil', to: 'of a' },
      { from: 'coil', to: 'of b' },
    ],
  );
  const spot = (id: string) => tree.nodes.find((each) => each.id === id) ?? { x: 0, y: 0 };
  expect(spot('heat a').x).toBeLessThan(spot('coil').x);
  expect(spot('coil').x).toBeLessThan(spot('of a').x);
  expect(spot('heat a').y).toBeLessThan(spot('heat b').y);
  expect(tree.paths).toHaveLength(4);
  expect(tree.left).toBe(0);
});

test('of a large family the nearest are drawn, and how many are left is said', () => {
  const far = Array.from({ length: 30 }, (_, index) => node(`far ${index}`, 2));
  const tree = layoutTree([...far, node('me', 0), node('near', 1)], [], 10);
  expect(tree.nodes.map(({ id }) => id).slice(0, 2)).toEqual(['me', 'near']);
  expect(tree.left).toBe(22);
});
