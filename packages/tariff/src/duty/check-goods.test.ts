import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from '../testing/entry.ts';
import { computeDuty } from './compute.ts';
import { type DutyInput, type DutyLineInput, parseDutyInput } from './input.ts';

const reference = loadEmbeddedReference();
const refusals = (input: DutyInput) => {
  const result = computeDuty(input, reference);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};
const ofLine = (more: Partial<DutyLineInput>) => refusals(entry([line(more)]));

test('value: whole dollars above zero', () => {
  for (const enteredValue of ['0', '-5', '12.50', '1e3', '', '00012', '12345678901'])
    assert.deepEqual(ofLine({ enteredValue }), ['TARIFF_VALUE_INVALID /lines/0/enteredValue'], enteredValue);
});

test('origin: a country', () => {
  for (const originCountry of ['XX', 'mx', 'Mexico', ''])
    assert.deepEqual(ofLine({ originCountry }), ['TARIFF_ORIGIN_UNKNOWN /lines/0/originCountry']);
});

test('quantity: positive, in a unit, of a kind that the line takes', () => {
  const quantities = (value: string, unit: string) => ({ quantities: [{ value, unit }] });
  assert.deepEqual(ofLine(quantities('-1', 'KGM')), ['TARIFF_QUANTITY_INVALID /lines/0/quantities/0/value']);
  assert.deepEqual(ofLine(quantities('0', 'KGM')), ['TARIFF_QUANTITY_INVALID /lines/0/quantities/0/value']);
  assert.deepEqual(ofLine(quantities('1', 'QQQ')), ['TARIFF_UNIT_UNKNOWN /lines/0/quantities/0/unit']);
  assert.deepEqual(ofLine(quantities('1', 'LTR')), ['TARIFF_UNIT_WRONG /lines/0/quantities']);
  assert.deepEqual(ofLine({ quantities: [] }), ['TARIFF_QUANTITY_MISSING /lines/0/quantities']);
  assert.deepEqual(ofLine(quantities('22046.2', 'LBR')), []);
});

test('a free line takes no wrong unit either, but needs no quantity', () => {
  const allspice = { hts: '0904.21.80.00' };
  assert.deepEqual(ofLine({ ...allspice, quantities: [{ value: '1', unit: 'LTR' }] }), [
    'TARIFF_UNIT_WRONG /lines/0/quantities',
  ]);
  assert.deepEqual(ofLine({ ...allspice, quantities: [] }), []);
});

test('values of parts and polarization are numbers', () => {
  assert.deepEqual(ofLine({ partValues: [{ of: 'case', value: 'x' }] }), [
    'TARIFF_QUANTITY_INVALID /lines/0/partValues/0/value',
  ]);
  assert.deepEqual(ofLine({ polarity: '-3' }), ['TARIFF_QUANTITY_INVALID /lines/0/polarity']);
});

test('all refusals of all lines come together', () => {
  const lines = [line({ enteredValue: '0', originCountry: 'XX' }), line(), line({ hts: '0707' })];
  assert.deepEqual(refusals(entry(lines)), [
    'TARIFF_ORIGIN_UNKNOWN /lines/0/originCountry',
    'TARIFF_VALUE_INVALID /lines/0/enteredValue',
    'TARIFF_SUFFIX_MISSING /lines/2/hts',
  ]);
});

test('entry: type, mode, dates, lines', () => {
  assert.deepEqual(refusals(entry([line()], { entryType: '31' })), [
    'TARIFF_ENTRY_TYPE_UNSUPPORTED /entryType',
  ]);
  assert.deepEqual(refusals(entry([line()], { entryType: '99' })), [
    'TARIFF_ENTRY_TYPE_UNSUPPORTED /entryType',
  ]);
  assert.deepEqual(refusals(entry([line()], { modeOfTransport: '99' })), [
    'TARIFF_MODE_UNKNOWN /modeOfTransport',
  ]);
  assert.deepEqual(refusals(entry([line()], { date: '2026-02-30' })), ['TARIFF_DATE_INVALID /date']);
  assert.deepEqual(refusals(entry([line()], { importDate: 'today' })), ['TARIFF_DATE_INVALID /importDate']);
  assert.deepEqual(refusals(entry([])), ['TARIFF_LINES_MISSING /lines']);
});

test('input of unknown origin is read by its schema', () => {
  assert.ok(parseDutyInput(JSON.parse(JSON.stringify(entry([line()])))).ok);
  const wrong = parseDutyInput({ ...entry([line()]), lines: [{ ...line(), enteredValue: 12 }] });
  assert.deepEqual(wrong.ok || wrong.refusals.map(({ code }) => code), ['TARIFF_INPUT_INVALID']);
  assert.ok(!parseDutyInput(null).ok);
});
