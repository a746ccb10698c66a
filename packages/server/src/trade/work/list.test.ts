import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { WorkItem } from '@portolan/contract';
import { byDue } from './list.ts';

it('puts what is to do first, what is due soon before what is not, and the newest before the old', () => {
  const item = (id: string, group: WorkItem['group'], at: string, due?: string) =>
    ({ id, group, at, ...(due ? { due } : {}) }) as WorkItem;
  const items = [
    item('decided', 'decided', '2026-06-30', '2026-01-01'),
    item('wait', 'wait', '2026-06-12', '2026-06-13'),
    item('old', 'do', '2026-06-01'),
    item('new', 'do', '2026-06-12'),
    item('later', 'do', '2026-06-12', '2026-07-01'),
    item('soon', 'do', '2026-06-12', '2026-06-20'),
  ];
  assert.deepEqual(
    items.toSorted(byDue).map(({ id }) => id),
    ['soon', 'later', 'new', 'old', 'wait', 'decided'],
  );
});
