import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SteelImportLicense } from '@portolan/documents';
import type { Entry, EntryLine } from '@portolan/filing';
import type { LicenceFacts } from '../facts/metal.ts';
import { metals } from '../facts/metals.ts';
import { licence } from '../stories/documents.ts';
import { type LicenceLine, licenceFaults } from './licence.ts';

const facts = metals[0]?.licence as LicenceFacts;
const given = (line: Partial<EntryLine> = {}, importDate = '2026-06-10', mass = '20000'): LicenceLine => ({
  entry: { importDate, importerOfRecord: { name: licence.importer.name } } as Entry,
  line: { hts: '7216330090', enteredValue: '18000', ...line } as EntryLine,
  mass: { value: mass, unit: 'KGM' },
  meltCountry: 'MX',
});
const faults = (change: Partial<SteelImportLicense>, line: LicenceLine, rules = facts) =>
  licenceFaults({ ...licence, ...change }, line, rules).map((fault) =>
    fault.kind === 'differs' ? fault.what : fault.kind,
  );

describe('an import licence', () => {
  it('covers what it names, and less', () => {
    assert.deepEqual(faults({}, given()), []);
    assert.deepEqual(faults({}, given({ enteredValue: '17000' }, '2026-06-10', '19000')), []);
  });

  it('covers its last day and not the day after', () => {
    assert.deepEqual(faults({ validUntil: '2026-06-10' }, given()), []);
    assert.deepEqual(faults({ validUntil: '2026-06-09' }, given()), ['expired']);
    assert.deepEqual(faults({ issuedOn: '2026-06-11' }, given()), ['not-yet']);
  });

  it('ends after the days of its system, whatever it says', () => {
    assert.deepEqual(faults({ issuedOn: '2026-03-27', validUntil: '2026-12-31' }, given()), []);
    assert.deepEqual(faults({ issuedOn: '2026-03-26', validUntil: '2026-12-31' }, given()), ['expired']);
  });

  it('does not cover more mass or value, another number, melt or importer', () => {
    assert.deepEqual(faults({}, given({}, '2026-06-10', '20000.1')), ['mass in kilograms']);
    assert.deepEqual(faults({}, given({ enteredValue: '18001' })), ['customs value']);
    assert.deepEqual(faults({}, given({ hts: '7216320000' })), ['tariff number']);
    assert.deepEqual(faults({}, { ...given(), meltCountry: 'CN' }), ['country of melt']);
    assert.deepEqual(faults({ importer: { ...licence.importer, name: 'Sample Other' } }, given()), [
      'importer',
    ]);
  });

  it('is as tolerant as policy says: at the limit and just beyond', () => {
    const policy = { ...facts, tolerance: { ...facts.tolerance, mass: '0.05' } };
    assert.deepEqual(faults({}, given({}, '2026-06-10', '21000'), policy), []);
    assert.deepEqual(faults({}, given({}, '2026-06-10', '21000.1'), policy), ['mass in kilograms']);
  });

  it('of low value covers 5,000 dollars, many times within its own validity', () => {
    const low = { kind: 'low-value', issuedOn: '2026-01-01', validUntil: '2026-12-31', lines: [] } as const;
    assert.deepEqual(faults({ ...low, lines: [] }, given({ enteredValue: '5000' })), []);
    assert.deepEqual(faults({ ...low, lines: [] }, given({ enteredValue: '5001' })), ['customs value']);
  });
});
