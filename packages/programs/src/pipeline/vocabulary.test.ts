import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vocabularyPaper } from './vocabulary.ts';

const observed = (name: string, value: string, unitCode: string) => ({
  property: { type: ['MechanicalProperty'], name },
  measurement: { type: ['MeasuredValue'], value, unitCode },
});
const codes = (subject: object) =>
  vocabularyPaper(JSON.parse(JSON.stringify(subject))).findings.map(({ code }) => code);

describe('credentials of the traceability vocabulary about a line', () => {
  it('a delivery ticket is found by batch, ticket and operator, in its months', () => {
    const paper = vocabularyPaper({
      ...{
        openDate: '2026-08-01 13:40:00',
        closeDate: '2026-08-01 20:44:00',
        notificationOfShipment: 'Aug-26',
      },
      ...{ carrier: { name: 'Sample Line' }, ticketControlNumber: '991 205', batchNumber: 'cdb-0284-00' },
      observation: [observed('gsv_bbl', '45000', 'bbl')],
    });
    assert.deepEqual(paper.names, ['operator sample line', 'ticket 991 205', 'batch CDB028400']);
    assert.deepEqual(paper.months, ['2026-08']);
    assert.deepEqual(paper.figures, [{ name: 'gsv_bbl', value: '45000', unit: 'bbl' }]);
    assert.deepEqual(paper.findings, []);
  });

  it('9,500 m3 are not 45,000 bbl, nor is more net than gross; within a per mille it is believed', () => {
    const both = (metres: string, barrels: string) => ({
      observation: [observed('gsv_m3', metres, 'm3'), observed('gsv_bbl', barrels, 'bbl')],
    });
    assert.deepEqual(codes(both('9500', '45000')), ['PIPELINE_STATED_VOLUMES']);
    assert.deepEqual(codes(both('9500', '59753')), []);
    assert.deepEqual(codes(both('9500', '59778')), []);
    const net = { observation: [observed('gsv_bbl', '45000', 'bbl'), observed('nsv_bbl', '54000', 'bbl')] };
    assert.deepEqual(codes(net), ['PIPELINE_STATED_NET']);
    const twice = {
      scheduledVolume: [
        { value: '900000', unitCode: 'm3' },
        { value: '566082', unitCode: 'bbl' },
      ],
    };
    assert.deepEqual(codes(twice), ['PIPELINE_STATED_VOLUMES']);
  });

  it('a density that no oil has carries another unit than it says', () => {
    assert.deepEqual(codes({ observation: [observed('density', '921.7', 'lbm/ft3')] }), [
      'PIPELINE_STATED_DENSITY',
    ]);
    assert.deepEqual(codes({ observation: [observed('density', '921.7', 'kg/m3')] }), []);
    assert.deepEqual(codes({ observation: [observed('density', '57.5', 'lbm/ft3')] }), []);
  });

  it('a ticket that closes before it opens is found', () => {
    assert.deepEqual(codes({ openDate: '2026-08-02T00:00:00Z', closeDate: '2026-08-01T00:00:00Z' }), [
      'PIPELINE_STATED_SPAN',
    ]);
  });

  it('what is no figure, no name and no date is nothing', () => {
    assert.deepEqual(vocabularyPaper(['x', 1, null, { a: { b: [] } }]), {
      ...{ names: [], months: [], figures: [], findings: [] },
    });
  });
});
