import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PoolBook } from './pool-book.ts';

test('what can be drawn is the least balance from that moment on, as adding up says', () => {
  const entries = fc.array(fc.tuple(fc.nat(20), fc.bigInt(-50n, 100n)), { maxLength: 30 });
  fc.assert(
    fc.property(entries, fc.nat(20), (moves, moment) => {
      const book = new PoolBook(21);
      const byMoment = Array<bigint>(21).fill(0n);
      for (const [at, amount] of moves) {
        book.enter(at, amount);
        byMoment[at] = (byMoment[at] as bigint) + amount;
      }
      let [sum, least] = [0n, undefined as bigint | undefined];
      for (const [at, amount] of byMoment.entries()) {
        sum += amount;
        if (at >= moment && (least === undefined || sum < least)) least = sum;
      }
      assert.equal(book.available(moment), least);
    }),
  );
});
