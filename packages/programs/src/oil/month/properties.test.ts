import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import { amountOf, apportion, sumOf } from '@portolan/traceability';
import fc from 'fast-check';
import type { Signed } from '../../signed.ts';
import {
  ann,
  bbl,
  ben,
  border,
  cay,
  delivery,
  injection,
  monthOf,
  party,
  producer,
  production,
  STOCK,
  sale,
  signedBy,
} from '../testing/small-line.ts';
import type { LineMonth } from './line-month.ts';

const owners = [ann, ben, cay, party('dan')];
const thousandths = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 1000).toFixed(3));
const hour = fc.integer({ min: 0, max: 71 });
const iso = (hours: number, minutes = 0) => new Date(Date.UTC(2026, 7, 1, 5 + hours, minutes)).toISOString();

/** Sales as anybody might sign them, possible or not. */
const sales = fc
  .array(
    fc.record({
      ...{ from: fc.nat(3), to: fc.nat(3), at: hour, known: hour, minute: fc.nat(59) },
      volume: fc.option(thousandths(2_000_000), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.flatMap(({ at, from, known, minute, to, volume }, index) =>
      from === to
        ? []
        : [
            sale(`T-${index}`, {
              ...{ seller: owners[from] ?? ann, buyer: owners[to] ?? ben },
              ...{ effectiveAt: iso(at), known: iso(known, minute) },
              ...(volume === undefined ? {} : { volume: bbl(volume) }),
            }),
          ],
    ),
  );

/** Three origins blended into the stock, injected for two shippers, three border tickets of odd volumes. */
const history = fc
  .record({
    crude: thousandths(3_000_000),
    diluent: thousandths(2_000_000),
    other: thousandths(1_000_000),
    passing: fc.tuple(thousandths(900_000), thousandths(900_000), thousandths(900_000)),
    sold: sales,
  })
  .map(({ crude, diluent, other, passing, sold }): { papers: Signed[]; passing: readonly string[] } => {
    const whole = text(amount(crude) + amount(diluent) + amount(other));
    const half = text(amount(whole) / 2n);
    const stocks = ['crude', 'diluent', 'other'].map((name) => `${STOCK}:${name}`) as [
      string,
      string,
      string,
    ];
    const papers: Signed[] = [
      production({ number: 'W-1', lot: stocks[0], volume: bbl(crude) }),
      production({
        number: 'W-2',
        lot: stocks[1],
        volume: bbl(diluent),
        role: 'diluent',
        parts: [{ role: 'diluent', percent: '100' }],
      }),
      production({
        number: 'W-3',
        lot: stocks[2],
        volume: bbl(other),
        facility: { id: 'm', name: 'M', country: 'MX' },
      }),
      signedBy(
        'LiquidBlend',
        {
          ...{
            number: 'M-1',
            operator: producer,
            at: '2026-07-31T04:00:00Z',
            point: 'urn:sample:small:plant',
          },
          inputs: stocks.map((lot, index) => ({ lot, volume: bbl([crude, diluent, other][index] ?? '0') })),
          outputs: [{ lot: STOCK, commodity: 'crude-oil', volume: bbl(whole) }],
        },
        '2026-07-31T04:00:00Z',
        producer,
      ),
      injection({ reported: { netStandardVolume: bbl(half) } }, 'I-1'),
      injection(
        { shipper: ben, reported: { netStandardVolume: bbl(text(amount(whole) - amount(half))) } },
        'I-2',
      ),
      ...passing.map((volume, index) =>
        border(index + 1, { reported: { netStandardVolume: bbl(volume), apiGravity60F: '21.1' } }),
      ),
      ...sold,
    ];
    return { papers, passing };
  });

const GRAIN = 10n ** 12n;
/** Thousandths of a barrel. */
function amount(value: string): bigint {
  const read = amountOf(value);
  return read.ok ? read.value / GRAIN : 0n;
}
function text(value: bigint): string {
  return `${value / 1000n}.${String(value % 1000n).padStart(3, '0')}`;
}
const sum = (values: readonly string[]) => values.reduce((total, value) => total + amount(value), 0n);
const crossed = ({ crossings }: LineMonth) => crossings.map(({ volume }) => volume);

test('the volumes of owners at the meter add up to each ticket to the last thousandth, however it was sold', () => {
  fc.assert(
    fc.property(history, ({ papers, passing }) => {
      const { crossings, days } = monthOf(papers);
      for (const [index, volume] of passing.entries()) {
        const own = crossings.filter(({ ticket }) => ticket.number === `B-${index + 1}`);
        assert.equal(sum(own.map((one) => one.volume)), amount(volume));
      }
      assert.equal(sum(days.map(({ volume }) => volume)), sum(passing));
    }),
    { numRuns: 40 },
  );
});

test('the order in which papers arrive changes no byte', () => {
  fc.assert(
    fc.property(
      history.chain(({ papers }) =>
        fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length })),
      ),
      ([papers, shuffled]) => {
        const written = (list: readonly Signed[]) => canonicalize(monthOf(list) as unknown as JsonValue);
        assert.equal(written(shuffled), written(papers));
      },
    ),
    { numRuns: 25 },
  );
});

test('sales change whose it is and nothing else: neither volume, origin nor status', () => {
  fc.assert(
    fc.property(history, ({ papers }) => {
      const sold = monthOf(papers);
      const unsold = monthOf(papers.filter(({ type }) => type !== 'TitleTransfer'));
      assert.equal(sum(crossed(sold)), sum(crossed(unsold)));
      for (const { freeTrade, origin } of sold.crossings) {
        assert.deepEqual(freeTrade, unsold.crossings[0]?.freeTrade);
        assert.deepEqual(origin, unsold.crossings[0]?.origin);
      }
    }),
    { numRuns: 25 },
  );
});

test('what owners hold in a batch is what was put in less what was taken out, whatever they sold', () => {
  fc.assert(
    fc.property(history, thousandths(500_000), ({ papers }, out) => {
      const taken = delivery({ reported: { netStandardVolume: bbl(out) } });
      const { balance } = monthOf([...papers, taken], { at: '2026-08-31T00:00:00Z' });
      const held = balance.owners.reduce((total, one) => total + signed(one.balance), 0n);
      const injected = papers
        .filter(({ digest }) => digest.includes('-I-'))
        .reduce(
          (total, { document }) =>
            total +
            amount((document as ReturnType<typeof injection>['document']).reported.netStandardVolume.value),
          0n,
        );
      assert.equal(held, injected - amount(out));
      const moved = balance.owners.reduce(
        (total, { bought, sold }) => total + amount(bought) - amount(sold),
        0n,
      );
      assert.equal(moved, 0n);
    }),
    { numRuns: 25 },
  );
});

function signed(value: string): bigint {
  return value.startsWith('-') ? -amount(value.slice(1)) : amount(value);
}

test('shares of origin are those of what went in, exactly', () => {
  fc.assert(
    fc.property(thousandths(3_000_000), thousandths(3_000_000), (crude, diluent) => {
      const whole = amount(crude) + amount(diluent);
      const parts = new Map([
        ['crude', amount(crude)],
        ['diluent', amount(diluent)],
      ]);
      const percents = apportion(100_000n, parts);
      const papers = [
        production({ volume: bbl(crude), lot: `${STOCK}:c` }),
        production({
          number: 'W-2',
          lot: `${STOCK}:d`,
          volume: bbl(diluent),
          parts: [{ role: 'diluent', percent: '100' }],
        }),
        injection({ stock: `${STOCK}:c`, reported: { netStandardVolume: bbl(crude) } }, 'I-1'),
        injection({ stock: `${STOCK}:d`, reported: { netStandardVolume: bbl(diluent) } }, 'I-2'),
        border(1),
      ];
      const [crossing] = monthOf(papers).crossings;
      assert.equal(sumOf(parts), whole);
      for (const { percent, role } of crossing?.origin ?? []) {
        const apart = amount(percent) - (percents.get(role) ?? 0n);
        assert.ok(apart >= -1n && apart <= 1n, `${role} ${percent}`);
      }
      // Exactly at the limit and not one thousandth above it.
      const state = amount(diluent) * 5n <= whole * 2n ? 'free' : 'broken';
      assert.equal(crossing?.freeTrade.state, state);
    }),
    { numRuns: 60 },
  );
});
