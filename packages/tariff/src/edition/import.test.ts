import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importHtsExport } from './import.ts';

const exported = {
  htsno: '0804.50.80.20',
  indent: '04',
  description: 'Dried <i>Mangifera</i>\n(mangoes)',
  superior: null,
  units: ['kg', ''],
  general: ' \n',
  special: 'Free \n(A, S)',
  other: '33.1¢/kg',
  footnotes: [{ columns: ['general'], value: 'See 9903.88.03. ', type: 'endnote' }],
  quotaQuantity: null,
};

test('a row of the export: digits, indent, tidied texts', () => {
  const rows = importHtsExport([exported]);
  assert.deepEqual(rows.ok && rows.value[0], {
    indent: 4,
    hts: '0804508020',
    description: 'Dried Mangifera (mangoes)',
    units: ['kg'],
    general: '',
    special: 'Free (A, S)',
    other: '33.1¢/kg',
    footnotes: ['general|See 9903.88.03.'],
  });
});

test('superior rows have no number and are kept', () => {
  const rows = importHtsExport([{ ...exported, htsno: '', superior: 'true' }]);
  assert.equal(rows.ok && rows.value[0]?.hts, '');
});

for (const [problem, json] of [
  ['an object', { rows: [] }],
  ['no rows', []],
  ['a row that is text', ['0101']],
  ['a number that is none', [{ ...exported, htsno: '0804-50' }]],
  ['an indent that is none', [{ ...exported, indent: 'deep' }]],
  ['no description', [{ htsno: '0101', indent: '0' }]],
] as const) {
  test(`refuses ${problem}`, () => {
    const rows = importHtsExport(JSON.parse(JSON.stringify(json)));
    assert.equal(rows.ok, false);
    assert.deepEqual(rows.ok || rows.refusals.map(({ code }) => code), ['TARIFF_EDITION_UNREADABLE']);
  });
}
