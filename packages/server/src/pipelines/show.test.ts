import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { previewTable } from '@portolan/documents';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Crossing, LineFinding, LineMonth } from '@portolan/programs';
import { csvFile } from './csv.ts';
import { ownFindings, ownPart, roleOf } from './see.ts';
import { stretchesOf } from './stretches.ts';
import { imbalanceRank } from './summary.ts';
import { workbook } from './workbook.ts';

const aurora = { did: 'did:key:z6MkAurora', name: 'Sample Aurora' };
const prairie = { did: 'did:key:z6MkPrairie', name: 'Sample Prairie' };

function crossing(hour: number, owner: Crossing['owner'], volume: string): Crossing {
  const at = (hours: number) => `2026-08-01T${String(hours).padStart(2, '0')}:00:00.000Z`;
  return {
    ...{ day: '2026-08-01', from: at(hour), to: at(hour + 1), batch: 'batch', owner, volume, byTime: false },
    ...{ ticket: { number: String(hour), digest: `sha256:${hour}` }, api: {}, origin: [] },
    basis: { digest: `sha256:${owner.name}`, kind: 'transfer', knownAt: at(0) },
    freeTrade: { state: 'free', reason: 'Sample rule.' },
  };
}

describe('what is shown of a month', () => {
  it('title at the meter is told from when to when, in exact volumes', () => {
    const stretches = stretchesOf([
      crossing(1, aurora, '0.1'),
      crossing(2, aurora, '0.2'),
      crossing(3, prairie, '5'),
      crossing(4, aurora, '7'),
    ]);
    assert.deepEqual(
      stretches.map(({ owner, from, to, volume, tickets }) => [
        owner.name,
        from.slice(11, 13),
        to.slice(11, 13),
        volume,
        tickets,
      ]),
      [
        ['Sample Aurora', '01', '03', '0.3', 2],
        ['Sample Prairie', '03', '04', '5', 1],
        ['Sample Aurora', '04', '05', '7', 1],
      ],
    );
  });

  const finding = (message: string, day?: string) => ({ message, day }) as LineFinding;
  const owners = [aurora, prairie].map((owner) => ({ owner })) as LineMonth['balance']['owners'];
  const balance = { stocks: [], owners } as unknown as LineMonth['balance'];

  it('an owner is shown its own, and no word about another', () => {
    const crossings = [crossing(1, aurora, '1'), crossing(2, prairie, '2')];
    const part = ownPart({ crossings, balance }, aurora.did);
    assert.deepEqual(
      part.crossings.map(({ volume }) => volume),
      ['1'],
    );
    assert.deepEqual(
      part.balance.owners.map(({ owner }) => owner.name),
      ['Sample Aurora'],
    );
    const findings = [
      finding('Sample Prairie has not entered.'),
      finding('Sample Aurora sold to Sample Prairie what it did not own.'),
      finding('No ticket covers the day.', '2026-08-02'),
      finding('The line does not close.'),
    ];
    const told = ownFindings({ findings, balance, entries: [] }, aurora.did).map(({ message }) => message);
    assert.deepEqual(told, [findings[1]?.message, findings[2]?.message]);
  });

  it('an agency, the operator, an owner and who was sent papers stand to a line each in its own way', () => {
    const head = { line: { operator: { did: 'did:key:z6MkLine', name: 'Line' } }, balance, days: [] };
    const month = { head } as unknown as Parameters<typeof roleOf>[1];
    const role = (did: string, kind: 'agency' | 'trade' = 'trade') => roleOf({ did, kind }, month);
    assert.deepEqual(
      [role('x', 'agency'), role('did:key:z6MkLine'), role(aurora.did), role('did:key:z6MkBroker')],
      ['agency', 'operator', 'owner', 'party'],
    );
  });

  it('lines are ordered by what their balance is off by, measured by what is allowed', () => {
    const rank = (imbalance: string, allowed: string) => imbalanceRank({ imbalance, allowed });
    assert.ok(rank('-20', '10') > rank('15', '10'));
    assert.ok(rank('15', '10') > rank('100', '1000'));
    assert.equal(rank('0', '0'), 0);
    assert.ok(Number.isSafeInteger(rank('1e300', '1')), 'beyond reason it still is a number of the store');
  });

  it('an export runs nothing of what a name says, and reads back as it was', async () => {
    const table = {
      name: 'Days',
      headings: ['Day', 'Owner', 'Barrels'],
      rows: [['2026-08-01', '=1+1 & <b>"x"', { number: '-5.25' }]],
    };
    const csv = new TextDecoder().decode(await csvFile(table));
    assert.equal(csv, 'Day,Owner,Barrels\r\n2026-08-01,"\'=1+1 & <b>""x""",-5.25\r\n');
    const bytes = await workbook([table]);
    assert.deepEqual(bytes, await workbook([table]), 'the same table gives the same bytes');
    const { headings, rows } = expectOk(previewTable({ name: 'x.xlsx', bytes }, nodeCrypto));
    assert.deepEqual(
      [headings, rows],
      [['Day', 'Owner', 'Barrels'], [['2026-08-01', '=1+1 & <b>"x"', '-5.25']]],
    );
  });
});
