import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSummaries } from './split.ts';

const line = (text: string) => text.padEnd(80);
const first = [line('10AZZ9  00001035 2704'), line('23MZZZZEX0000000101'), line('90')];
const second = [line('10AZZ9  00001043 4701'), line('90')];

test('an AE transmission is split at its records 10, without the envelope', () => {
  const all = [line('A5301ZZ9'), line('B  5301ZZ9AE'), ...first, ...second, line('Y  5301'), line('Z5301')];
  const found = splitSummaries(all.join('\r\n'));
  assert.deepEqual(
    found.map(({ entryNumber, bills }) => [entryNumber, bills]),
    [
      ['ZZ900001035', ['ZZZZEX0000000101']],
      ['ZZ900001043', []],
    ],
  );
  assert.equal(found[0]?.text, first.join('\n'));
  assert.equal(found[1]?.text, second.join('\n'));
});

test('form 7501 is one summary, or a list of them in JSON', () => {
  const form = (number: string) => ({ blocks: { 1: number, 12: 'ZZZZ1; ZZZZ2' }, lines: [] });
  assert.deepEqual(
    splitSummaries(JSON.stringify([form('ZZ9-0000103-5'), form('ZZ9-0000104-3')])).map(
      ({ entryNumber, bills }) => [entryNumber, bills.length],
    ),
    [
      ['ZZ900001035', 2],
      ['ZZ900001043', 2],
    ],
  );
  const [csv] = splitSummaries('block,line,value\n1,,ZZ9-0000103-5\n12,,"ZZZZ1"\n33A,1,0804506055\n');
  assert.deepEqual([csv?.entryNumber, csv?.bills], ['ZZ900001035', ['ZZZZ1']]);
});

test('what is no summary stays whole, for its reader to refuse', () => {
  assert.deepEqual(splitSummaries('hello'), [{ text: 'hello', bills: [] }]);
  assert.deepEqual(splitSummaries('{"blocks":'), [{ text: '{"blocks":', bills: [] }]);
});
