import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '@portolan/kernel';
import type { EntryFacts } from '../store/officer-queue.ts';
import { hitsOn, weightOf } from './match.ts';
import { byUrgency } from './queue.ts';
import type { TargetingRow } from './store.ts';

const facts: EntryFacts = {
  findings: ['USMCA_CERTIFICATE_UNSIGNED'],
  hts: ['0804.50.60.55'],
  origins: ['MX'],
  importer: ['12-3456789AB', 'did:key:zImporter'],
  filer: ['ZZ9', 'did:key:zBroker'],
  producers: ['did:key:zGrower'],
  enteredValue: '5500',
  unsigned: ['PackingList'],
};

function rule(change: Partial<TargetingRow>): TargetingRow {
  return {
    ...{ tenant_id: 't', rule_id: 'r', name: 'Rule', weight: 10, refers: false, reason: 'because' },
    ...{ subject: 'origin', value: 'MX', valid_from: '2026-06-01', valid_until: '2026-06-30' },
    ...{ created_by: 'Sample Lead', created_at: instant('2026-05-01T00:00:00Z') },
    ...change,
  } as TargetingRow;
}

describe('a targeting rule', () => {
  it('hits by what it looks at', () => {
    const cases: [TargetingRow['subject'], string, boolean][] = [
      ['finding', 'USMCA_CERTIFICATE_UNSIGNED', true],
      ['finding', 'USMCA_CERTIFICATE', false],
      ['hts-prefix', '0804.50', true],
      ['hts-prefix', '08045', true],
      ['hts-prefix', '0805', false],
      ['origin', 'PE', false],
      ['importer', 'did:key:zImporter', true],
      ['importer', '12-3456789', false],
      ['filer', 'ZZ9', true],
      ['producer', 'did:key:zGrower', true],
      ['entered-value-over', '5499.99', true],
      ['entered-value-over', '5500', false],
      ['unsigned-document', 'PackingList', true],
      ['unsigned-document', 'BillOfLading', false],
    ];
    for (const [subject, value, hit] of cases)
      assert.equal(
        hitsOn(facts, [rule({ subject, value })], '2026-06-12').length,
        hit ? 1 : 0,
        `${subject} ${value}`,
      );
  });

  it('is in force on its first and its last day, and not beside them', () => {
    const days = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'];
    assert.deepEqual(
      days.map((day) => hitsOn(facts, [rule({})], day).length),
      [0, 1, 1, 0],
    );
    assert.equal(hitsOn(facts, [rule({ valid_until: null })], '2030-01-01').length, 1);
  });

  it('weighs together with the others, heaviest first', () => {
    const hits = hitsOn(
      facts,
      [rule({ name: 'B', weight: 5 }), rule({ name: 'A', weight: 20 })],
      '2026-06-12',
    );
    assert.deepEqual(
      hits.map((hit) => hit.rule),
      ['A', 'B'],
    );
    assert.equal(weightOf(hits), 25);
  });
});

describe('the queue', () => {
  it('goes by weight, then by time left, then by time waited', () => {
    const items = [
      { name: 'light', weight: 1, since: '2026-06-01' },
      { name: 'late', weight: 9, due: '2026-06-20', since: '2026-06-01' },
      { name: 'soon', weight: 9, due: '2026-06-15', since: '2026-06-09' },
      { name: 'old', weight: 9, since: '2026-06-02' },
      { name: 'new', weight: 9, since: '2026-06-08' },
    ];
    const order = items.toSorted(byUrgency).map(({ name }) => name);
    assert.deepEqual(order, ['soon', 'late', 'old', 'new', 'light']);
  });
});
