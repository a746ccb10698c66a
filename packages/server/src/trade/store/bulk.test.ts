import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../testing/index.ts';
import { bulkInsert } from './bulk.ts';

interface Row {
  id: number;
  name: string | null;
  flag: boolean;
  note: string | null;
  data: unknown;
  bytes: Uint8Array | null;
}

let database: TestDatabase;
const insert = bulkInsert<Row>(
  'bulk_rows',
  { id: 'integer', name: 'text', flag: 'boolean', note: 'wide', data: 'json', bytes: 'bytes' },
  { returning: 'id' },
);

before(async () => {
  database = await testDatabase();
  await database.pool.query(
    'create table bulk_rows (id integer primary key, name text, flag boolean, note text, data json, bytes bytea)',
  );
});
after(() => database.close());

// PostgreSQL's text holds no NUL and no lone surrogate; parseJson has refused both before anything is stored.
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));
const rows = fc.uniqueArray(
  fc.record(
    {
      id: fc.integer({ min: 0, max: 100_000 }),
      name: fc.option(text),
      flag: fc.boolean(),
      note: fc.option(text),
      data: fc.option(fc.record({ text, list: fc.array(fc.integer()) }, { noNullPrototype: true }), {
        nil: null,
      }),
      bytes: fc.option(fc.uint8Array()),
    },
    { noNullPrototype: true },
  ),
  { selector: ({ id }) => id, maxLength: 40 },
);

describe('a bulk insert', () => {
  it('stores every row as it was given, in one statement', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        await database.pool.query('truncate bulk_rows');
        await insert(database.pool, given);
        const stored = await database.pool.query('select * from bulk_rows order by id');
        const expected = given
          .toSorted((left, right) => left.id - right.id)
          .map((row) => ({ ...row, bytes: row.bytes && Buffer.from(row.bytes) }));
        assert.deepEqual(stored.rows, expected);
      }),
      { numRuns: 40 },
    );
  });

  it('answers only the rows that were new', async () => {
    await database.pool.query('truncate bulk_rows');
    const row = { name: null, flag: true, note: null, data: null, bytes: null };
    assert.deepEqual(await insert(database.pool, [{ id: 1, ...row }]), [{ id: 1 }]);
    assert.deepEqual(
      await insert(database.pool, [
        { id: 1, ...row },
        { id: 2, ...row },
      ]),
      [{ id: 2 }],
    );
    assert.deepEqual(await insert(database.pool, []), []);
  });
});
