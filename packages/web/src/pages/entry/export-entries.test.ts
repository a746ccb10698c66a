import { expect, test } from 'vitest';
import { sampleRow } from '../../testing/sample-views.ts';
import { entriesCsv } from './export-entries.tsx';

test('an entry is one row under its header, amounts without grouping', () => {
  const [header, row, end] = entriesCsv([sampleRow]).split('\r\n');
  expect(header).toMatch(/^entry number,state,next,/);
  expect(row).toBe(
    'ZZ9-0000103-5,Asked for information,the grower,Sample Harbor Foods Inc.,Sample Meridian Customs Brokers LLC,2026-06-12T16:10:00.000Z,2,15000,98.58,S+',
  );
  expect(end).toBe('');
});
