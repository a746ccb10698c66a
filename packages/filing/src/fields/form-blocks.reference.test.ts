import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formBlocks } from './form-blocks.ts';

interface Layout {
  readonly records: readonly {
    readonly id: string;
    readonly fields: readonly { readonly start: number; readonly length: number }[];
  }[];
}

const shared =
  process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const layout: Layout = JSON.parse(readFileSync(`${shared}/data/catair/entry-summary-ae.json`, 'utf8'));

describe('form blocks beside the published record layouts', () => {
  for (const [field, { catair }] of Object.entries(formBlocks))
    if (catair)
      it(`${field} stands in record ${catair.record} at ${catair.start}`, () => {
        const record = layout.records.find(({ id }) => id === catair.record);
        assert.ok(
          record?.fields.some(({ start, length }) => start === catair.start && length === catair.length),
        );
      });
});
