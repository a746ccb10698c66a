import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OriginPart } from '@portolan/documents';
import type { Signed } from '../../signed.ts';
import type { LineMonth } from '../month/line-month.ts';
import {
  ann,
  BATCH,
  bbl,
  ben,
  border,
  cay,
  injection,
  midnight,
  monthOf,
  party,
  producer,
  production,
  STOCK,
  sale,
  signedBy,
} from '../testing/small-line.ts';

const BITUMEN = 'urn:sample:small:stock:bitumen';
const DILUENT = 'urn:sample:small:stock:diluent';

/** Bitumen and diluent blended into the stock that the batch is injected from. */
function blended(crude: string, diluent: string, made: string, parts: OriginPart[] = [unknown]): Signed[] {
  return [
    production({ number: 'W-C', lot: BITUMEN, volume: bbl(crude) }),
    production({
      number: 'W-D',
      lot: DILUENT,
      volume: bbl(diluent),
      commodity: 'condensate',
      role: 'diluent',
      parts,
    }),
    signedBy(
      'LiquidBlend',
      {
        ...{ number: 'M-1', operator: producer, at: '2026-07-31T04:00:00Z', point: 'urn:sample:small:plant' },
        inputs: [
          { lot: BITUMEN, volume: bbl(crude), role: 'crude' },
          { lot: DILUENT, volume: bbl(diluent), role: 'diluent' },
        ],
        outputs: [{ lot: STOCK, commodity: 'crude-oil', volume: bbl(made) }],
      },
      '2026-07-31T04:00:00Z',
      producer,
    ),
    injection(),
    border(1),
  ];
}
const unknown: OriginPart = { role: 'diluent', percent: '100' };

const status = (month: LineMonth) => month.crossings[0]?.freeTrade;

describe('free-trade status', () => {
  it('diluent of unknown origin is disregarded up to exactly 40 percent of the volume (HQ H328199)', () => {
    const month = monthOf(blended('60000', '40000', '100000'));
    assert.equal(status(month)?.state, 'free');
    assert.equal(status(month)?.spi, 'S');
    assert.match(status(month)?.reason ?? '', /40 percent, is disregarded/);
    assert.deepEqual(month.crossings[0]?.origin, [
      { country: 'CA', role: 'crude', percent: '60' },
      { role: 'diluent', percent: '40' },
    ]);
  });

  it('and not at 40.001 percent, nor at one barrel in a million more than 40: where and whose is said', () => {
    for (const [crude, diluent, made, shown] of [
      ['59999', '40001', '100000', '40.001'],
      ['599999', '400001', '1000000', '40.001'],
      ['5999999.999', '4000000.001', '10000000', '40.001'],
    ] as const) {
      const found = status(monthOf(blended(crude, diluent, made)));
      assert.equal(found?.state, 'broken', diluent);
      assert.match(found?.reason ?? '', new RegExp(`${shown} percent of its volume, above 40`));
      assert.deepEqual(found?.brokenAt, { lot: STOCK, party: producer.did, digest: 'LiquidBlend-M-1' });
    }
  });

  it('diluent that is proved to be originating needs no disregard', () => {
    const canadian: OriginPart = { country: 'CA', role: 'diluent', percent: '100' };
    assert.equal(status(monthOf(blended('50000', '50000', '100000', [canadian])))?.state, 'free');
  });

  it('what a blend takes as diluent is diluent, whatever it was called before', () => {
    const product: OriginPart = { role: 'product', percent: '100' };
    assert.equal(status(monthOf(blended('70000', '30000', '100000', [product])))?.state, 'free');
  });

  it('one percent of crude from elsewhere breaks the whole (HQ 225891)', () => {
    const found = status(
      monthOf([
        production({ parts: [{ country: 'VE', role: 'crude', percent: '1' }] }),
        injection(),
        border(1),
      ]),
    );
    assert.equal(found?.state, 'broken');
    assert.match(found?.reason ?? '', /1 percent of VE/);
    assert.equal(found?.brokenAt?.lot, STOCK);
  });

  it('crude of unknown origin is not broken but unproved, and who could prove it is named', () => {
    const found = status(
      monthOf([production({ parts: [{ role: 'crude', percent: '10' }] }), injection(), border(1)]),
    );
    assert.equal(found?.state, 'unproved');
    assert.deepEqual(found?.brokenAt, { lot: STOCK, party: producer.did, digest: 'LiquidProduction-W-1' });
  });

  it('Mexican crude is originating too', () => {
    const facility = { id: 'urn:sample:mx', name: 'Well', country: 'MX' };
    const month = monthOf([production({ facility }), injection(), border(1)]);
    assert.equal(status(month)?.state, 'free');
    assert.equal(month.entries[0]?.lines[0]?.originCountry, 'MX');
  });

  it('survives any number of sales', () => {
    const owners = [ann, ben, cay, party('dan'), party('eve'), party('fay')];
    const chain = owners.slice(1).map((buyer, index) =>
      sale(`T-${index}`, {
        seller: owners[index] ?? ann,
        buyer,
        effectiveAt: midnight(1),
        known: `2026-08-01T05:0${index}:00Z`,
      }),
    );
    const month = monthOf([...blended('72000', '28000', '100000'), ...chain]);
    assert.equal(month.crossings.at(-1)?.owner.did, party('fay').did);
    assert.deepEqual(status(month), status(monthOf(blended('72000', '28000', '100000'))));
    assert.deepEqual(
      month.findings.filter(({ batch }) => batch === BATCH && !batch),
      [],
    );
  });

  it('before the agreement was in force nothing is free by it', () => {
    const month = monthOf(
      [
        production({ from: '2020-05-01T00:00:00Z', to: '2020-06-01T00:00:00Z' }),
        injection({ from: '2020-06-01T00:00:00Z', to: '2020-06-02T05:00:00Z' }),
        border(1, { from: '2020-06-02T05:00:00Z', to: '2020-06-03T05:00:00Z' }),
      ],
      { month: '2020-06' },
    );
    assert.equal(status(month)?.state, 'unproved');
  });
});

it('condensate of unknown origin that goes alone dilutes nothing: unproved', () => {
  const month = monthOf([
    production({ commodity: 'condensate', role: 'diluent', parts: [unknown] }),
    injection({ commodity: 'condensate' }),
    border(1, { commodity: 'condensate' }),
  ]);
  assert.equal(status(month)?.state, 'unproved');
});
