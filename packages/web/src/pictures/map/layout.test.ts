import { expect, test } from 'vitest';
import { layoutMap } from './layout.ts';
import { locate } from './world.ts';

const size = [720, 400] as const;

test('a place lies where its coordinates say, or somewhere in its country, or nowhere', () => {
  expect(locate({ id: 'a', name: 'Sample works', latitude: 25.7, longitude: -100.3, country: 'US' })).toEqual(
    {
      point: [-100.3, 25.7],
      exact: true,
    },
  );
  const [longitude = 0, latitude = 0] = locate({ id: 'b', name: 'Mexico', country: 'MX' })?.point ?? [];
  expect(longitude).toBeGreaterThan(-110);
  expect(longitude).toBeLessThan(-95);
  expect(latitude).toBeGreaterThan(18);
  expect(latitude).toBeLessThan(28);
  expect(locate({ id: 'c', name: 'Somewhere' })).toBeUndefined();
  expect(locate({ id: 'd', name: 'Nowhere', latitude: 95, longitude: 10 })).toBeUndefined();
});

test('the main land of a country counts: the middle of the United States is not in the sea', () => {
  const [longitude = 0, latitude = 0] = locate({ id: 'us', name: 'US', country: 'US' })?.point ?? [];
  expect(longitude).toBeGreaterThan(-120);
  expect(longitude).toBeLessThan(-75);
  expect(latitude).toBeLessThan(49);
});

test('stops keep their numbers, share a mark on one spot, and lie inside the sheet', () => {
  const map = layoutMap(
    [
      { id: '1', name: 'Works', country: 'MX' },
      { id: '2', name: 'Unknown' },
      { id: '3', name: 'Works again', country: 'MX' },
      { id: '4', name: 'Port', latitude: 29.7, longitude: -95.3 },
    ],
    [
      { from: '1', to: '4', words: '20 t' },
      { from: '1', to: '2', words: '1 t' },
    ],
    size,
  );
  expect(map.marks.map(({ numbers, exact }) => [numbers, exact])).toEqual([
    [[1, 3], false],
    [[4], true],
  ]);
  expect(map.legs).toHaveLength(1);
  for (const { x, y } of map.marks) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(size[0]);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(size[1]);
  }
  expect(map.land.length).toBeGreaterThan(100);
});
