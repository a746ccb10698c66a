import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@portolan/kernel';
import { createEventBus, type NumberedEvent } from './events.ts';

const at = instant('2026-06-12T14:30:00.000Z');
const event = (ref: string) => ({ kind: 'decision', ref, at });

test('a subscriber hears its own tenant only, until it leaves', () => {
  const bus = createEventBus('a');
  const heard: NumberedEvent[] = [];
  const leave = bus.subscribe('one', (numbered) => heard.push(numbered));
  bus.publish('one', event('1'));
  bus.publish('two', event('2'));
  leave();
  bus.publish('one', event('3'));
  assert.deepEqual(
    heard.map(({ ref }) => ref),
    ['1'],
  );
});

test('who comes back is told what it missed, in order, of its own tenant', () => {
  const bus = createEventBus('a');
  for (const ref of ['1', '2', '3']) bus.publish('one', event(ref));
  bus.publish('two', event('other'));
  const missed = bus.since('one', 'a-1');
  assert.deepEqual(
    missed?.map(({ ref, id }) => [ref, id]),
    [
      ['2', 'a-2'],
      ['3', 'a-3'],
    ],
  );
  assert.deepEqual(bus.since('one', 'a-4'), []);
});

test('an event of another start, of the future or too old cannot be resumed from', () => {
  const bus = createEventBus('a');
  for (let number = 0; number < 600; number += 1) bus.publish('one', event(String(number)));
  assert.equal(bus.since('one', 'b-1'), undefined);
  assert.equal(bus.since('one', 'a-601'), undefined);
  assert.equal(bus.since('one', 'a-50'), undefined);
  assert.equal(bus.since('one', 'nonsense'), undefined);
  assert.equal(bus.since('one', 'a-100')?.length, 500);
});
