import { expect, test } from 'vitest';
import { sampleParty, sampleStanding } from '../../testing/sample-standing.ts';
import { layoutPicture, wrapped } from './layout.ts';
import { outcomesOf, wholePicture } from './whole.ts';

const picture = wholePicture(sampleStanding);

test('everybody around a party is in its picture once, every line once', () => {
  expect(picture.nodes.map(({ name }) => name).sort()).toEqual([
    'Sample Company Register',
    'Sample Friend',
    'Sample Orchard Cooperative',
  ]);
  expect(picture.edges.length).toBe(3);
});

test('whom it is about stands at the bottom, and every box is inside', () => {
  for (const perRow of [2, 4]) {
    const { nodes, width, height, box } = layoutPicture(picture, sampleParty, perRow);
    const bottom = Math.max(...nodes.map(({ y }) => y));
    expect(nodes.filter(({ y }) => y === bottom).map(({ id }) => id)).toEqual([sampleParty]);
    for (const { x, y } of nodes) {
      expect(x - box.width / 2).toBeGreaterThanOrEqual(0);
      expect(x + box.width / 2).toBeLessThanOrEqual(width);
      expect(y + box.height / 2).toBeLessThanOrEqual(height);
    }
  }
});

test('a crowd stays inside the width of a telephone', () => {
  const nodes = Array.from({ length: 30 }, (_, at) => ({ id: `n${at}`, name: `Sample ${at}` }));
  const edges = nodes.slice(1).map(({ id }) => ({ from: id, to: 'n0', relation: 'attests' as const }));
  const layout = layoutPicture({ nodes, edges }, 'n0', 2);
  expect(layout.width).toBeLessThan(430);
  const places = new Set(layout.nodes.map(({ x, y }) => `${x} ${y}`));
  expect(places.size).toBe(30);
});

test('two that vouch for each other show two lines', () => {
  const { edges } = layoutPicture(picture, sampleParty, 4);
  const [there, back] = edges.filter(({ edge }) => edge.relation === 'refers');
  expect(there && back && Math.hypot(there.from.x - back.to.x, there.from.y - back.to.y)).toBeGreaterThan(5);
});

test('several attestations of one issuer have numbers that can be told apart', () => {
  const edge = { from: 'a', to: 'b', relation: 'attests' as const };
  const nodes = ['a', 'b'].map((id) => ({ id, name: id }));
  const { edges } = layoutPicture({ nodes, edges: [edge, edge] }, 'b', 4);
  const [one, two] = edges.map(({ label }) => label);
  expect(one && two && Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(20);
});

test('what is set aside says why', () => {
  const words = [...outcomesOf(sampleStanding).values()].map((one) => one.words);
  expect(words).toEqual(['Counts', 'Set aside: The two vouch for each other.']);
});

test('a name takes two lines at most', () => {
  expect(wrapped('Sample Orchard Cooperative')).toEqual(['Sample Orchard', 'Cooperative']);
  expect(wrapped('did:web:a-very-long-name.example')).toEqual(['did:web:a-very-lon…']);
  expect(wrapped('Sample United Growers And Packers Of The Valley').length).toBe(2);
});
