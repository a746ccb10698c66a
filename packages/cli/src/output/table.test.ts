import assert from 'node:assert/strict';
import { it } from 'node:test';
import { counted, dollars, measured, shortened, tariffNumber, when } from './format.ts';
import { facts, table } from './table.ts';

it('aligns columns, numbers to the right, and leaves no blanks at the end', () => {
  const rows = table(
    [{ title: 'Name' }, { title: 'Value', align: 'right' }, { title: 'Note' }],
    [
      ['Piña', '1.50', ''],
      ['a', '1200.00', 'x'],
    ],
  );
  assert.deepEqual(rows, ['Name    Value  Note', '----  -------  ----', 'Piña     1.50', 'a     1200.00  x']);
  assert.deepEqual(table([{ title: 'Empty' }], []), []);
});

it('writes facts in two columns and leaves unknown ones out', () => {
  assert.deepEqual(
    facts([
      ['a', '1'],
      ['long', undefined],
      ['bb', '2'],
    ]),
    ['a   1', 'bb  2'],
  );
});

it('writes values as people read them', () => {
  assert.equal(when('2026-06-12T16:04:05.000Z'), '2026-06-12 16:04 UTC');
  assert.equal(dollars('1234567.50'), '$1,234,567.50');
  assert.equal(dollars('-12'), '-$12');
  assert.equal(dollars('999.1'), '$999.1');
  assert.equal(measured({ value: '5', unit: 'KGM' }), '5 kg');
  assert.equal(tariffNumber('0709604081'), '0709.60.40.81');
  assert.equal(tariffNumber('0709'), '0709');
  assert.equal(shortened('sha256:0123456789abcdef0123456789'), 'sha256:012345678…3456789');
  assert.equal(counted(1, 'entry', 'entries'), '1 entry');
  assert.equal(counted(2, 'entry', 'entries'), '2 entries');
});
