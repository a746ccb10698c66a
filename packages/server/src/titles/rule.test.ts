import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { afterStep, stepRefused, type TitleOrder, type TitleState } from './rule.ts';

const start: TitleState = { title: 'sha256:t', home: 'carrier', holder: 'shipper', seq: 1, state: 'live' };
const order = (change: Partial<TitleOrder> = {}): TitleOrder => ({
  ...{ title: 'sha256:t', from: 'shipper', kind: 'endorse', to: 'buyer', seq: 2 },
  ...change,
});
const code = (state: TitleState, change: Partial<TitleOrder> = {}) => stepRefused(state, order(change))?.code;

describe('a step of a title', () => {
  it('is taken from its holder, once', () => {
    assert.equal(code(start), undefined);
    const sold = afterStep(start, order());
    assert.equal(sold.holder, 'buyer');
    // The seller sells again, in the knowledge of the state before.
    assert.equal(code(sold, { to: 'another' }), 'NODE_TITLE_MOVED');
    assert.equal(code(sold, { seq: 3 }), 'NODE_TITLE_NOT_HOLDER');
    assert.equal(code(start, { from: 'thief' }), 'NODE_TITLE_NOT_HOLDER');
    assert.equal(code(start, { seq: 3 }), 'NODE_TITLE_NOT_HOLDER');
    assert.equal(code(start, { to: 'shipper' }), 'NODE_TITLE_SELF');
  });

  it('surrenders to the home alone, and then nothing moves', () => {
    assert.equal(code(start, { kind: 'surrender', to: 'buyer' }), 'NODE_TITLE_SELF');
    const given = afterStep(start, order({ kind: 'surrender', to: 'carrier' }));
    assert.equal(given.state, 'surrendered');
    assert.equal(code(given, { from: 'carrier', seq: 3 }), 'NODE_TITLE_SURRENDERED');
  });

  it('leaves one holder and one step a number, whatever orders arrive in whatever order', () => {
    const party = fc.constantFrom('shipper', 'buyer', 'bank', 'carrier');
    const any = fc.record({
      title: fc.constant('sha256:t'),
      from: party,
      to: party,
      kind: fc.constantFrom<TitleOrder['kind']>('endorse', 'surrender'),
      seq: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (orders) => {
        let state = start;
        const taken = new Set<number>([1]);
        for (const one of orders) {
          if (stepRefused(state, one)) continue;
          assert.ok(!taken.has(one.seq));
          assert.equal(one.from, state.holder);
          taken.add(one.seq);
          state = afterStep(state, one);
        }
        assert.equal(taken.size, state.seq);
      }),
    );
  });
});
