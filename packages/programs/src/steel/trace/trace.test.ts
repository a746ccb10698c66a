import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertifiedItem, MillTestReport, ProcessingRecord } from '@portolan/documents';
import { instant, type Quantity } from '@portolan/kernel';
import { compositions, edgesOf, replay, textOf, trace } from '@portolan/traceability';
import fc from 'fast-check';
import { certificate, HEAT, heat, LOT } from '../stories/documents.ts';
import { steelParty } from '../stories/parties.ts';
import { checkCommitted } from './committed.ts';
import { heatLot } from './lots.ts';
import { meltedIn } from './melted-in.ts';
import type { Signed } from './signed.ts';
import { traceEventsOf } from './trace-events.ts';

const kg = (value: string): Quantity => ({ value, unit: 'KGM' });
const mill = steelParty('mill').did;
const [item] = certificate.items as [CertifiedItem];
const signed = <T extends Signed['type']>(
  type: T,
  document: Signed<T>['document'],
  digest: string,
  more: Partial<Signed<T>> = {},
): Signed => ({
  type,
  document,
  digest,
  held: digest,
  issuer: mill,
  knownAt: instant('2026-06-03T20:00:00Z'),
  ...more,
});
const heatPaper = signed('Heat', heat, 'heat');
const paper = (document: MillTestReport, digest = 'mtc', more: Partial<Signed<'MillTestReport'>> = {}) =>
  signed('MillTestReport', document, digest, more);

const record = (change: Partial<ProcessingRecord> = {}): ProcessingRecord => ({
  number: 'CUT-1',
  metal: 'steel',
  processor: steelParty('mill'),
  process: 'cut',
  at: '2026-06-04T08:00:00Z',
  place: { name: 'Yard', country: 'MX' },
  inputs: [{ lot: LOT, heat: HEAT, quantity: kg('20000') }],
  outputs: [
    { lot: 'cut-a', heat: HEAT, quantity: kg('12000') },
    { lot: 'cut-b', heat: HEAT, quantity: kg('7900') },
  ],
  losses: [{ reason: 'saw cuts', quantity: kg('100') }],
  ...change,
});
const stateOf = (...papers: Signed[]) => replay(traceEventsOf(papers).events);
const codes = (...papers: Signed[]) =>
  [...stateOf(...papers).refused.values()].flatMap((refusals) => refusals.map(({ code }) => code));
const left = (state: ReturnType<typeof stateOf>, id: string) => {
  const lot = state.lots.get(id);
  return lot && textOf(lot.produced - lot.drawn);
};

describe('signed documents as trace events', () => {
  it('a heat gives what was poured less its loss; a certificate takes its items out of it', () => {
    const state = stateOf(heatPaper, paper(certificate));
    assert.equal(left(state, heatLot(HEAT)), '75600');
    assert.equal(left(state, LOT), '20000');
  });

  it('a lot remembers where it was melted, through cutting and coating', async () => {
    const coat = record({
      process: 'coat',
      added: [{ material: 'zinc', quantity: kg('50') }],
      outputs: [{ lot: 'coated', heat: HEAT, quantity: kg('20050') }],
      losses: [],
    });
    const state = stateOf(heatPaper, paper(certificate), signed('ProcessingRecord', coat, 'coat'));
    assert.equal(left(state, 'coated'), '20050');
    assert.deepEqual(meltedIn(compositions(state), 'coated'), [{ country: 'MX', percent: '100' }]);
    const up = await trace(edgesOf(state), ['coated'], 'up');
    assert.ok(JSON.stringify(up).includes(heatLot(HEAT)));
  });

  it('mass that appears or vanishes is refused', () => {
    const more = record({ outputs: [{ lot: 'cut-a', heat: HEAT, quantity: kg('20001') }], losses: [] });
    assert.deepEqual(codes(heatPaper, paper(certificate), signed('ProcessingRecord', more, 'cut')), [
      'TRACE_NOT_CONSERVED',
    ]);
  });

  it('a piece is cut once', () => {
    const twice = record({ number: 'CUT-2', outputs: [{ lot: 'cut-c', heat: HEAT, quantity: kg('19900') }] });
    assert.deepEqual(
      codes(
        heatPaper,
        paper(certificate),
        signed('ProcessingRecord', record(), 'cut'),
        signed('ProcessingRecord', twice, 'cut again'),
      ),
      ['TRACE_OVERDRAWN'],
    );
  });

  it('only who holds the goods says what became of them', () => {
    const stranger = record({ processor: steelParty('service-centre') });
    const by = { issuer: steelParty('service-centre').did };
    assert.deepEqual(codes(heatPaper, paper(certificate), signed('ProcessingRecord', stranger, 'cut', by)), [
      'TRACE_NOT_HOLDER',
    ]);
  });

  it('a certificate that replaces another draws on the heat once; one on a second test draws nothing', () => {
    const first = { number: 'MTC-26-0118', digest: 'mtc' };
    const again = {
      ...certificate,
      number: 'MTC-2',
      supersedes: { certificate: first, reason: 'typing error' },
    };
    const second = { ...certificate, number: 'MTC-3', retests: first };
    const later = { knownAt: instant('2026-06-04T20:00:00Z') };
    const state = stateOf(
      heatPaper,
      paper(certificate),
      paper(again, 'two', later),
      paper(second, 'three', later),
    );
    assert.equal(left(state, heatLot(HEAT)), '75600');
    assert.equal(state.refused.size, 0);
    assert.equal(state.superseded.size, 1);
  });

  it('a copy under the key of an inspector moves nothing', () => {
    const copy = paper(certificate, 'copy', { issuer: steelParty('inspector').did });
    assert.equal(left(stateOf(heatPaper, paper(certificate), copy), heatLot(HEAT)), '75600');
  });

  it('come to the same in whatever order they arrive', () => {
    const papers = [heatPaper, paper(certificate), signed('ProcessingRecord', record(), 'cut')];
    const show = (given: Signed[]) => {
      const state = stateOf(...given);
      return [...state.lots.keys()].sort().map((id) => `${id} ${left(state, id)}`);
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: 3 }), (given) =>
        assert.deepEqual(show(given), show(papers)),
      ),
    );
  });
});

describe('what was committed', () => {
  it('is over from the first gram beyond', () => {
    const of = heatLot(HEAT);
    const sum = (...masses: string[]) =>
      checkCommitted(
        of,
        kg('96000'),
        masses.map((value) => ({ of, mass: kg(value) })),
      );
    assert.equal(sum('56000', '40000').over, undefined);
    assert.equal(sum('56000', '40000.001').over, '0.001');
  });

  it('adds pounds and tonnes, and leaves other heats out', () => {
    const mass = { value: '1', unit: 'TNE' };
    const result = checkCommitted('a', kg('1400'), [
      { of: 'a', mass },
      { of: 'a', mass: { value: '1000', unit: 'LBR' } },
      { of: 'b', mass },
    ]);
    assert.equal(result.committed, '1453.59237');
    assert.equal(result.over, '53.59237');
  });

  it('never falls when somebody commits more', () => {
    const masses = fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(masses, fc.integer({ min: 1, max: 1000 }), (some, more) => {
        const all = (list: number[]) =>
          Number(
            checkCommitted(
              'h',
              kg('96000'),
              list.map((each) => ({ of: 'h', mass: kg(String(each)) })),
            ).committed,
          );
        assert.ok(all([...some, more]) === all(some) + more);
      }),
    );
  });
});

it('items of a heat are its own mill; goods of another heat need a record of what was done', () => {
  const foreign = { ...certificate, items: [{ ...item, heat: { mill: 'did:example:other', number: 'X' } }] };
  assert.deepEqual(traceEventsOf([paper(foreign)]).events, []);
});
