import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '@portolan/documents';
import { compositions, replay, type TraceState, textOf } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import {
  ann,
  BATCH,
  base,
  bbl,
  ben,
  border,
  delivery,
  injection,
  LINE,
  METER,
  midnight,
  operator,
  producer,
  production,
  STOCK,
  sale,
  signedBy,
} from '../testing/small-line.ts';
import { tracing } from './tracing.ts';

/** A signed paper as evidence that verified. */
function evidence({ digest, document, issuer, knownAt, type }: Signed): Evidence {
  const verdict = { verified: true };
  return {
    digest,
    type,
    document,
    issuer,
    signedAt: knownAt,
    class: 'signed',
    verdict,
  } as unknown as Evidence;
}

function traced(papers: readonly Signed[]) {
  const documents = tracing.eventsOf(papers.map(evidence));
  return { documents, state: replay(documents.flatMap(({ events }) => events)) };
}
const left = ({ lots }: TraceState, lot: string) => {
  const found = lots.get(lot);
  return found && textOf(found.produced - found.drawn);
};

describe('what papers of a pipeline say of lots', () => {
  it('production fills the stock, injection the batch out of it, delivery takes; the border moves nothing', () => {
    const { documents, state } = traced(base);
    assert.deepEqual([...state.refused], []);
    assert.deepEqual([left(state, STOCK), left(state, BATCH)], ['0', '0']);
    assert.deepEqual(documents.find(({ digest }) => digest.endsWith('B-1'))?.events, []);
    const { state: before } = traced(base.slice(0, 5));
    assert.deepEqual(Object.fromEntries(compositions(before).left.get(BATCH) ?? []), {
      'origin=CA;role=crude': 3000n * 10n ** 15n,
    });
  });

  it('a meter of the line needs neither title nor custody of the producer’s stock; a blend does', () => {
    const blend = signedBy(
      'LiquidBlend',
      {
        ...{ number: 'M-1', operator, at: midnight(1), point: METER },
        inputs: [{ lot: STOCK, volume: bbl('10') }],
        outputs: [{ lot: 'urn:sample:blend', commodity: 'crude-oil', volume: bbl('10') }],
      },
      midnight(1),
    );
    const codes = [...traced([production(), blend]).state.refused.values()].flat().map(({ code }) => code);
    assert.deepEqual(codes, ['TRACE_NOT_HOLDER']);
    const handed = signedBy(
      'CustodyTransfer',
      { number: 'C-1', from: producer, to: operator, lot: STOCK, at: '2026-07-31T07:00:00Z' },
      '2026-07-31T07:00:00Z',
      producer,
    );
    assert.deepEqual([...traced([production(), blend, handed]).state.refused], []);
  });

  it('parts of a production are kept by origin and role; what is not said of it is of the facility’s country', () => {
    const parts = [{ role: 'diluent' as const, percent: '33.3' }];
    const { state } = traced([production({ parts })]);
    assert.deepEqual(Object.fromEntries(compositions(state).left.get(STOCK) ?? []), {
      'origin=?;role=diluent': 999n * 10n ** 15n,
      'origin=CA;role=crude': 2001n * 10n ** 15n,
    });
  });

  it('an injection that does not say where it came from is of unknown origin', () => {
    const { stock: _, ...document } = injection().document;
    const { state } = traced([{ ...injection(), document } as Signed]);
    assert.deepEqual([...(compositions(state).left.get(BATCH) ?? []).keys()], ['origin=?;role=crude']);
  });

  it('a correction takes the place of what it corrects, in any order; one to nothing takes it back', () => {
    const corrects = { number: 'I-1', digest: injection().digest, reason: 'Tank gauge read again.' };
    const better = injection({ corrects, reported: { netStandardVolume: bbl('2900') } }, 'I-1-C');
    const { state } = traced([better, injection(), production()]);
    assert.equal(left(state, BATCH), '2900');
    assert.equal(left(state, STOCK), '100');
    const none = injection({ corrects, reported: { netStandardVolume: bbl('0') } }, 'I-1-V');
    assert.equal(left(traced([production(), injection(), none]).state, BATCH), undefined);
  });

  it('title of a whole batch passes in the ledger too; of a part it does not', () => {
    const holders = (state: TraceState) => state.lots.get(BATCH)?.holders.title.transfers.map(({ to }) => to);
    assert.deepEqual(holders(traced([...base.slice(0, 2), sale('T-1')]).state), [ben.did]);
    assert.deepEqual(holders(traced([...base.slice(0, 2), sale('T-1', { volume: bbl('1') })]).state), []);
    assert.equal(traced(base.slice(0, 2)).state.lots.get(BATCH)?.holders.title.first, ann.did);
  });

  it('stocks are measured whatever the book says', () => {
    const statement = signedBy(
      'PipelineStock',
      {
        ...{ number: 'L-1', line: LINE, operator, at: midnight(2) },
        stocks: [{ kind: 'line-fill', point: METER, lot: BATCH, volume: bbl('2999.5') }],
      },
      midnight(2),
    );
    const [stock] = traced([...base.slice(0, 2), statement]).state.stocks;
    assert.deepEqual(stock?.quantity, { value: '2999.5', unit: 'BLL', base: '60F' });
  });

  it('cubic metres at 15 °C need the density, and say so', () => {
    const reported = { netStandardVolume: { value: '100', unit: 'MTQ', base: '15C' as const } };
    const { documents } = traced([production(), delivery({ reported })]);
    const refusals = documents.flatMap((document) =>
      document.refusals.map(({ code, path }) => `${code} ${path}`),
    );
    assert.deepEqual(refusals, ['OIL_VOLUME_NEEDS_DENSITY /reported/netStandardVolume']);
    const dense = { ...reported, density15C: { value: '926.5', unit: 'KMQ' } };
    const [event] = traced([delivery({ reported: dense })]).documents.flatMap(({ events }) => events);
    assert.ok(event?.kind === 'consume');
    assert.match(event.inputs[0]?.quantity.value ?? '', /^629\.2[34]/);
  });

  it('only who a paper is of says something by it', () => {
    assert.deepEqual(traced([{ ...injection(), issuer: ann.did }]).documents[0]?.events, []);
    assert.deepEqual(traced([{ ...sale('T-1'), issuer: ben.did }]).documents[0]?.events, []);
  });

  it('a paper is named by itself and by what it corrects', () => {
    const corrects = { number: 'B-1', digest: border(1).digest, reason: 'Read again.' };
    assert.deepEqual(tracing.names(evidence(border(1, { corrects }, 'B-1-C'))), [
      'MeasurementTicket-B-1-C',
      'MeasurementTicket-B-1',
    ]);
  });
});
