import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvRecords } from './csv-records.ts';
import { importHtsExport } from './import.ts';
import { importHtsText } from './import-text.ts';
import { jsonObjects } from './json-objects.ts';

const rows = [
  {
    htsno: '0707.00',
    indent: '0',
    description: 'Cucumbers {"and"} gherkins \\',
    units: [],
    general: '',
    special: '',
    other: '',
    footnotes: [],
  },
  {
    htsno: '0707.00.20.00',
    indent: '2',
    description: 'In "winter" [1]',
    units: ['kg'],
    general: '4.2¢/kg',
    special: 'Free (S)',
    other: '6.6¢/kg',
    footnotes: [{ columns: ['general'], value: 'See 9903.88.15.' }],
  },
];
const json = JSON.stringify(rows, undefined, 2);
const cut = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
const codes = (chunks: string[]) => {
  const result = importHtsText(chunks);
  return result.ok ? [] : result.refusals.map(({ code, params }) => `${code} ${params?.problem ?? ''}`);
};

test('the text in any chunks gives the same rows as the whole', () => {
  const whole = importHtsExport(JSON.parse(json));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: json.length }), (size) => {
      assert.deepEqual(importHtsText(cut(json, size)), whole);
    }),
  );
});

test('CSV in any chunks, with quoted commas, quotes and line breaks, either line ending', () => {
  const csv = [
    '\uFEFF"HTS Number","Indent","Description","Unit of Quantity","General Rate of Duty","Special Rate of Duty","Column 2 Rate of Duty","Quota Quantity","Additional Duties"',
    '0707.00,0,"Cucumbers, ""fresh""\nor chilled",,,,,,',
    '0707.00.20.00,2,In winter,"[""kg"",""No.""]",4.2¢/kg,"Free (A, S)",6.6¢/kg,,',
    '0708.00.20.00,2,Peas,kg,Free,,Free,,',
  ].join('\r\n');
  const whole = importHtsText([csv]);
  assert.ok(whole.ok);
  assert.deepEqual(
    whole.value.map(({ hts, description, units, special }) => [hts, description, units, special]),
    [
      ['070700', 'Cucumbers, "fresh" or chilled', [], ''],
      ['0707002000', 'In winter', ['kg', 'No.'], 'Free (A, S)'],
      ['0708002000', 'Peas', ['kg'], ''],
    ],
  );
  for (const size of [1, 3, 7]) assert.deepEqual(importHtsText(cut(csv, size)), whole);
});

test('refused: neither form, no rows, a row that is none, a text that breaks off', () => {
  assert.deepEqual(codes([]), ['TARIFF_EDITION_UNREADABLE it has no rows']);
  assert.deepEqual(codes(['[]']), ['TARIFF_EDITION_UNREADABLE it has no rows']);
  assert.deepEqual(codes(['{"rows": []}']), ['TARIFF_EDITION_UNREADABLE it is not a list of rows']);
  assert.deepEqual(codes(['a,b\n1,2']), ['TARIFF_EDITION_UNREADABLE it has no column "HTS Number"']);
  assert.match(codes([json.slice(0, -20)])[0] ?? '', /ends inside a row/);
  assert.match(codes(['[{"htsno": "07-07"}]'])[0] ?? '', /row 0/);
  assert.match(codes(['[{"htsno": tru}]'])[0] ?? '', /TARIFF_EDITION_UNREADABLE/);
});

test('a row longer than any is refused before it fills the memory', () => {
  const endless = function* () {
    yield '[{"description": "';
    for (let at = 0; at < 40; at++) yield 'x'.repeat(64 * 1024);
  };
  assert.throws(() => [...jsonObjects(endless())], RangeError);
  const field = function* () {
    yield '"';
    for (let at = 0; at < 20; at++) yield 'x'.repeat(64 * 1024);
  };
  assert.throws(() => [...csvRecords(field())], RangeError);
});
