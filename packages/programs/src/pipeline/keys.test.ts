import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '@portolan/documents';
import { pipelineKeys } from './keys.ts';

const operator = { name: 'Sample Line', did: 'did:key:z6MkLine' };
const bbl = { value: '1', unit: 'BLL', base: '60F' as const };

function keysOf(type: Evidence['type'], document: object) {
  return pipelineKeys({ digest: 'sha256:0', type, document, class: 'signed' } as unknown as Evidence);
}

const ticket = (from: string, to: string, more: object = {}) => ({
  ...{ number: 'T-1', kind: 'border', line: 'line 1', operator, point: 'm', from, to },
  ...{ commodity: 'crude-oil', batch: 'batch 1', reported: { netStandardVolume: bbl }, ...more },
});

describe('what papers of a pipeline are found by', () => {
  it('a ticket belongs to the months it measured in, and near one whose edge it touches', () => {
    const within = keysOf('MeasurementTicket', ticket('2026-08-10T05:00:00Z', '2026-08-11T05:00:00Z'));
    assert.deepEqual([within.months, within.near, within.about], [['2026-08'], [], ['batch 1']]);
    const edge = keysOf('MeasurementTicket', ticket('2026-08-31T05:00:00Z', '2026-09-01T05:00:00Z'));
    assert.deepEqual([edge.months, edge.near], [['2026-08', '2026-09'], []]);
    const first = keysOf('MeasurementTicket', ticket('2026-08-01T05:00:00Z', '2026-08-01T06:00:00Z'));
    assert.deepEqual([first.months, first.near], [['2026-08'], ['2026-07']]);
  });

  it('an injection fills its batch from its stock; a blend its outputs from its inputs', () => {
    const injection = ticket('2026-08-10T05:00:00Z', '2026-08-11T05:00:00Z', {
      kind: 'injection',
      stock: 'tank',
    });
    const { makes, takes, about } = keysOf('MeasurementTicket', injection);
    assert.deepEqual([makes, takes, about], [['batch 1'], ['tank'], []]);
    const blend = keysOf('LiquidBlend', {
      ...{ number: 'B', operator, at: '2026-08-01T12:00:00Z', point: 'p' },
      inputs: [
        { lot: 'a', volume: bbl },
        { lot: 'b', volume: bbl },
      ],
      outputs: [{ lot: 'c', commodity: 'crude-oil', volume: bbl }],
    });
    assert.deepEqual([blend.lines, blend.makes, blend.takes], [[], ['c'], ['a', 'b']]);
  });

  it('a profile holds at all times, and says whose the line is', () => {
    const { months, named, commodity } = keysOf('PipelineProfile', {
      ...{ number: 'P', line: 'line 1', name: 'Line one', operator, commodities: ['propane'] },
      ...{ validFrom: '2026-01-01', zone: 'America/Chicago', dayBegins: '00:00', points: [] },
    });
    assert.deepEqual([months, named, commodity], [[], { name: 'Line one', operator }, 'propane']);
  });

  it('a span of centuries is bounded', () => {
    const { months, near } = keysOf(
      'MeasurementTicket',
      ticket('1900-01-02T00:00:00Z', '2999-01-01T00:00:00Z'),
    );
    assert.ok(months.length <= 36 && near.length <= 36);
  });
});
