import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LotBecame, LotView } from '@portolan/contract';
import { csvLines } from './csv.ts';
import { becameLines, lotLines } from './lot-text.ts';

const mill = { id: 'did:example:mill', name: 'Sample Mill' };
const refusal = {
  ...{ code: 'TRACE_OVERDRAWN', path: '/inputs/0/quantity', fault: 'signer' as const },
  ...{ message: 'Lot coil has 1 KGM left; the step takes 2.', mend: 'Take no more than is left.' },
};
const lot: LotView = {
  ...{ lot: 'coil', commodity: 'steel coil', unit: 'KGM', pool: false, made: '2026-06-01T08:00:00.000Z' },
  ...{ produced: '10', left: '1', owner: mill, custodian: mill, attributes: { heat: '4711' }, open: 1 },
  account: { opening: '0', received: '10', dispatched: '8', lost: '1', closing: '1' },
  holders: [{ what: 'title', holder: mill, since: '2026-06-01T08:00:00.000Z' }],
  composition: { made: [], left: [{ key: 'melt=MX', amount: '1', percent: '100.00' }] },
  ...{ stocks: [], findings: [] },
  notCounted: [
    {
      ...{
        event: 'cut 2',
        kind: 'split',
        at: '2026-06-02T08:00:00.000Z',
        knownAt: '2026-06-02T08:00:00.000Z',
      },
      ...{ by: mill, lots: ['coil'], state: 'refused', refusals: [refusal] },
    },
  ],
};

it('a lot is told with its account, what it is made of, and what does not count with its mend', () => {
  const text = lotLines(lot).join('\n');
  for (const part of [
    /heat\s+4711/,
    /received\s+10/,
    /melt=MX\s+1\s+100\.00/,
    /REFUSED {2}split/,
    /mend: Take no more/,
    /1 kg left\./,
  ])
    assert.match(text, part);
});

it('a recall says where it is, who has it, and what left the chain', () => {
  const became: LotBecame = {
    ...{ lot: 'heat', commodity: 'steel heat', unit: 'KGM', produced: '100', ever: [] },
    left: [
      {
        ...{ lot: 'coil', commodity: 'steel coil', unit: 'KGM', pool: false, owner: mill },
        ...{ amount: '40', of: '80', percent: '50.00' },
      },
    ],
    ended: [
      {
        ...{ event: 'loss', kind: 'lose', at: '2026-06-01T08:00:00.000Z', by: mill, lots: ['heat'] },
        ...{ amount: '4', unit: 'KGM' },
      },
    ],
  };
  const text = becameLines(became).join('\n');
  assert.match(text, /coil\s+steel coil\s+40\s+80\s+50\.00\s+KGM\s+Sample Mill/);
  assert.match(text, /lose\s+Sample Mill\s+4\s+KGM\s+heat/);
});

it('a spreadsheet runs nothing of what a lot is called', () => {
  assert.deepEqual(
    csvLines(
      ['Lot', 'Left'],
      [
        ['=1+1', '-5'],
        ['a "b", c', '1'],
      ],
    ),
    ['Lot,Left', "'=1+1,-5", '"a ""b"", c",1'],
  );
});
