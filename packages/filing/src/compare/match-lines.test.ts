import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byLongestRun } from './longest-run.ts';
import { type LineValues, matchLines } from './match-lines.ts';

const line = (values: Record<string, string>): LineValues => new Map(Object.entries(values));
const arbitrary = fc
  .record({
    hts: fc.constantFrom('0804506055', '7216330090'),
    originCountry: fc.constantFrom('MX', 'LU'),
    enteredValue: fc.integer({ min: 1, max: 5 }).map(String),
    description: fc.constantFrom('MANGOES', 'STEEL', 'PARTS'),
  })
  .map(line);

describe('matchLines', () => {
  it('pairs every line once, and every line of a summary with itself', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 12 }), (lines) => {
        const pairs = matchLines(lines, lines);
        assert.deepEqual(
          pairs.map(({ filed, ours, moved }) => [filed, ours, moved]),
          lines.map((_, at) => [at, at, false]),
        );
      }),
    );
  });

  it('pairs lines that say the same with each other, as many as both have, wherever they stand', () => {
    const lines = fc.array(arbitrary, { maxLength: 9 });
    const text = (values: LineValues | undefined) => JSON.stringify([...(values ?? [])]);
    fc.assert(
      fc.property(lines, lines, (ours, filed) => {
        const pairs = matchLines(filed, ours).filter((pair) => pair.ours !== undefined);
        const met = pairs.filter((pair) => {
          return pair.filed !== undefined && text(filed[pair.filed]) === text(ours[pair.ours ?? 0]);
        });
        const counts = (side: readonly LineValues[], one: string) =>
          side.filter((values) => text(values) === one).length;
        const both = [...new Set(ours.map(text))].reduce(
          (sum, one) => sum + Math.min(counts(ours, one), counts(filed, one)),
          0,
        );
        assert.equal(met.length, both);
      }),
    );
  });

  it('takes the nearest value among lines of one number, and the only two left for one', () => {
    const of = (hts: string, enteredValue: string) => line({ hts, originCountry: 'MX', enteredValue });
    const ours = [of('0804506055', '100'), of('0804506055', '500'), of('7216330090', '9')];
    const filed = [of('2009412000', '8'), of('0804506055', '510'), of('0804506055', '90')];
    assert.deepEqual(
      matchLines(filed, ours).map((pair) => [pair.ours, pair.filed, pair.by]),
      [
        [0, 2, 'the same tariff number and origin'],
        [1, 1, 'the same tariff number and origin'],
        [2, 0, 'the only line left of both'],
      ],
    );
  });

  it('knows a line that says nothing of its goods by its place', () => {
    const ours = ['100', '200'].map((enteredValue) =>
      line({ hts: '0804506055', originCountry: 'MX', enteredValue }),
    );
    const pairs = matchLines([line({ enteredValue: '1' })], ours);
    assert.deepEqual(
      pairs.map((pair) => [pair.ours, pair.filed, pair.by]),
      [
        [0, 0, 'the same place'],
        [1, undefined, undefined],
      ],
    );
  });

  it('pairs 998 lines of one number in little time', () => {
    const many = Array.from({ length: 998 }, (_, at) =>
      line({ hts: '0804506055', originCountry: 'MX', enteredValue: String(at), description: `G ${at}` }),
    );
    const changed = many.map(
      (values) => new Map([...values, ['enteredValue', `${values.get('enteredValue')}0`]]),
    );
    const before = process.cpuUsage();
    const pairs = matchLines([...changed].reverse(), many);
    const { user } = process.cpuUsage(before);
    assert.equal(pairs.length, 998);
    assert.ok(user < 1_500_000, `${user / 1000} ms`);
  });
});

describe('byLongestRun', () => {
  it('keeps as many as grow, and no fewer', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 10 }), (numbers) => {
        const run = [...byLongestRun(numbers)].sort((left, right) => left - right);
        const inOrder = numbers.filter((number) => run.includes(number));
        assert.deepEqual(inOrder, run);
        let longest = 0;
        for (let bits = 0; bits < 1 << numbers.length; bits += 1) {
          const some = numbers.filter((_, at) => bits & (1 << at));
          if (some.every((number, at) => at === 0 || number > (some[at - 1] ?? 0)))
            longest = Math.max(longest, some.length);
        }
        assert.equal(run.length, longest);
      }),
    );
  });
});
