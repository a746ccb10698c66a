import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@portolan/kernel';
import type { Signed } from '../signed.ts';
import { flowOf } from './flow.ts';

const bbl = (value: string, unit = 'BLL') => ({ value, unit, base: '60F' as const });
const at = '2026-08-02T00:00:00Z';
let serial = 0;
function paper(type: Signed['type'], document: object, digest = `sha256:${++serial}`): Signed {
  return {
    digest,
    held: digest,
    type,
    document,
    issuer: 'did:key:z6Mk',
    knownAt: instant(at),
  } as unknown as Signed;
}
const ticket = (kind: string, volume: string, more: object = {}) => ({
  ...{ number: kind, kind, from: at, to: at, batch: 'batch', point: 'meter' },
  ...{ reported: { netStandardVolume: bbl(volume) }, ...more },
});

test('from the facility to the border and the delivery; a correction takes the place of what it corrects', () => {
  const first = paper('MeasurementTicket', ticket('border', '90'));
  const papers = [
    paper('LiquidProduction', {
      ...{ facility: { id: 'f', name: 'Facility' }, lot: 'tank', from: at, volume: bbl('100') },
    }),
    paper('MeasurementTicket', ticket('injection', '100', { stock: 'tank' })),
    first,
    paper('MeasurementTicket', ticket('border', '91.5', { corrects: { digest: first.digest } })),
    paper(
      'MeasurementTicket',
      ticket('delivery', '80', { shipper: { did: 'did:key:z6MkR', name: 'Refiner' } }),
    ),
    paper('MeasurementTicket', ticket('border', '7', { from: '2026-09-02T00:00:00Z' })),
  ];
  const flow = flowOf(papers, instant('2026-08-01T00:00:00Z'), instant('2026-09-01T00:00:00Z'));
  assert.deepEqual(
    flow.links.map(({ from, to, volume }) => [from, to, volume]),
    [
      ['batch', 'did:key:z6MkR', '80'],
      ['batch', 'meter', '91.5'],
      ['f', 'tank', '100'],
      ['tank', 'batch', '100'],
    ],
  );
  assert.deepEqual(
    flow,
    flowOf(papers.toReversed(), instant('2026-08-01T00:00:00Z'), instant('2026-09-01T00:00:00Z')),
  );
  assert.equal(flow.nodes.find(({ id }) => id === 'batch')?.kind, 'batch');
});

test('a blend flows through what it makes, and its shrinkage is a loss', () => {
  const blend = paper('LiquidBlend', {
    ...{ number: 'B', at },
    inputs: [
      { lot: 'bitumen', volume: bbl('70') },
      { lot: 'diluent', volume: bbl('30') },
    ],
    outputs: [{ lot: 'dilbit', volume: bbl('99') }],
    losses: [{ reason: 'shrinkage', volume: bbl('1') }],
  });
  const { links, nodes } = flowOf([blend], instant('2026-08-01T00:00:00Z'), instant('2026-09-01T00:00:00Z'));
  assert.deepEqual(
    links.map(({ from, to, volume }) => `${from} > ${to} ${volume}`),
    ['bitumen > dilbit 70', 'dilbit > B shrinkage 1', 'diluent > dilbit 30'],
  );
  assert.equal(nodes.find(({ id }) => id === 'B shrinkage')?.kind, 'loss');
});
