import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { latestStatementDay, paymentTerm, paymentTypeCode } from './statement.ts';

/** Preliminary and final days of 2025 as the agency printed them (CSMS 63430997 of 17 December 2024). */
const PRINTED = [
  ['2024-12', '2025-01-16', '2025-01-23'],
  ['2025-01', '2025-02-18', '2025-02-24'],
  ['2025-02', '2025-03-17', '2025-03-21'],
  ['2025-03', '2025-04-15', '2025-04-21'],
  ['2025-04', '2025-05-15', '2025-05-21'],
  ['2025-05', '2025-06-16', '2025-06-23'],
  ['2025-06', '2025-07-16', '2025-07-22'],
  ['2025-07', '2025-08-15', '2025-08-21'],
  ['2025-08', '2025-09-16', '2025-09-22'],
  ['2025-09', '2025-10-16', '2025-10-22'],
  ['2025-10', '2025-11-18', '2025-11-24'],
  ['2025-11', '2025-12-15', '2025-12-19'],
] as const;

describe('payment terms', () => {
  it('by monthly statement: the days of a whole year as the agency printed them', () => {
    for (const [month, printsOn, due] of PRINTED)
      for (const day of ['01', '14', '28']) {
        const term = paymentTerm({ kind: 'periodic' }, `${month}-${day}`);
        assert.deepEqual([term?.month, term?.printsOn, term?.due], [month, printsOn, due]);
      }
  });

  it('an earlier statement day moves the print, never the payment; a later one is not possible', () => {
    const early = paymentTerm({ kind: 'periodic', statementDay: 5 }, '2026-05-20');
    assert.deepEqual([early?.printsOn, early?.due], ['2026-06-05', '2026-06-22']);
    assert.equal(paymentTerm({ kind: 'periodic', statementDay: 14 }, '2026-05-20')?.printsOn, '2026-06-15');
    assert.equal(latestStatementDay('2026-06-12'), 11);
  });

  it('by daily statement and with the summary: ten working days', () => {
    // 12 June 2026 is a Friday, 19 June a holiday: see the term of the summary.
    assert.equal(paymentTerm({ kind: 'daily' }, '2026-06-12')?.due, '2026-06-29');
    assert.equal(paymentTerm({ kind: 'single' }, '2026-06-12')?.due, '2026-06-29');
  });

  it('before the first monthly statement there is none', () => {
    assert.equal(paymentTerm({ kind: 'periodic' }, '2004-01-15'), undefined);
  });

  it('the payment type follows from the way and the account', () => {
    const code = (kind: 'single' | 'daily' | 'periodic', account: 'broker' | 'importer') =>
      paymentTypeCode({ kind, account }, '2026-06-12');
    assert.deepEqual(
      [code('single', 'importer'), code('daily', 'broker'), code('daily', 'importer')],
      ['1', '2', '3'],
    );
    assert.deepEqual([code('periodic', 'broker'), code('periodic', 'importer')], ['6', '7']);
  });
});
