import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nodeCrypto } from '@portolan/kernel/node';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { appendAll, testLog, testStatements } from '../testing/test-log.ts';
import { checkLog } from './check-log.ts';

let database: TestDatabase;

before(async () => {
  database = await testDatabase();
  const log = await testLog(database.pool);
  await log.start();
  for (const count of [1, 30, 600])
    await log.settled(await appendAll(database.pool, log, testStatements(`check ${count}`, count)), 20_000);
  await log.stop();
});
after(() => database.close());

/** What a check finds after somebody with the database's password has changed it; a second statement undoes the change. */
async function problemsAfter(change: string, undo: string): Promise<string[]> {
  const { rowCount } = await database.pool.query(change);
  assert.ok((rowCount ?? 0) > 0, 'the change changed something');
  const { problems } = await checkLog(database.pool, nodeCrypto);
  await database.pool.query(undo);
  return problems.map(({ code, message }) => `${code}: ${message}`);
}

const flipped = (column: string, at: number) => `set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`;

test('a log that nobody touched is whole', async () => {
  const { leaves, checkpoints, problems } = await checkLog(database.pool, nodeCrypto);
  assert.equal(leaves, 631);
  assert.ok(checkpoints >= 4, 'the empty log and three appends');
  assert.deepEqual(problems, []);
});

test('an altered statement, salt or entry is named by its leaf', async () => {
  const where = 'where leaf_index = 300';
  const later = `update log_leaves set stated_at = stated_at + interval '1 hour' ${where}`;
  const [first = '', ...others] = await problemsAfter(later, later.replace('+', '-'));
  assert.match(first, /^LEDGER_LEAF_ALTERED: Leaf 300 /);
  assert.deepEqual(others, [], 'the tree itself is still right');
  const salt = `update log_leaves set salt = ${flipped('salt', 3)} ${where}`;
  assert.match((await problemsAfter(salt, salt)).join(), /^LEDGER_LEAF_ALTERED: Leaf 300 [^,]*$/);
  const entry = `update log_leaves set entry = ${flipped('entry', 3)} ${where}`;
  const problems = (await problemsAfter(entry, entry)).join('\n');
  assert.match(problems, /LEDGER_LEAF_ALTERED: Leaf 300 /);
  assert.match(problems, /LEDGER_TILE_MISMATCH: .*tile\/0\/001 .*hash 44 differs/);
  assert.match(problems, /LEDGER_ROOT_MISMATCH/);
});

test('a leaf moved away is missed', async () => {
  const problems = await problemsAfter(
    'update log_leaves set log_id = 99 where leaf_index = 10',
    'update log_leaves set log_id = 1 where leaf_index = 10',
  );
  assert.match(problems[0] ?? '', /^LEDGER_LEAF_MISSING: Leaf 10 /);
});

test('an altered, shortened or invented tile is named by its path', async () => {
  const alter = `update log_tiles set hashes = ${flipped('hashes', 32)} where level = 0 and tile_index = 2`;
  assert.match((await problemsAfter(alter, alter)).join(), /tile\/0\/002\.p\/119 .*hash 1 differs/);
  const move = (to: number, from: number) =>
    `update log_tiles set tile_index = ${to} where level = 1 and tile_index = ${from}`;
  const moved = (await problemsAfter(move(7, 0), move(0, 7))).join();
  assert.match(moved, /tile\/1\/000\.p\/2 .*missing/);
  assert.match(moved, /1 tiles belong to no leaf|missing/);
  const invent = `insert into log_tiles values (1, 5, 0, '\\x00')`;
  assert.match(
    (await problemsAfter(invent, 'delete from log_tiles where level = 5')).join(),
    /belong to no leaf/,
  );
});

test('a checkpoint that was altered, forged or removed is found', async () => {
  const root = `update log_checkpoints set root = ${flipped('root', 0)} where size = 631`;
  assert.match((await problemsAfter(root, root)).join(), /LEDGER_ROOT_MISMATCH: The checkpoint of 631 /);
  const note = (from: string, to: string) =>
    `update log_checkpoints set note = replace(note, E'\\n${from}\\n', E'\\n${to}\\n') where size = 631`;
  assert.match(
    (await problemsAfter(note('631', '632'), note('632', '631'))).join(),
    /LEDGER_NOTE_SIGNATURE_INVALID/,
  );
  const hide = (from: number, to: number) =>
    `update log_checkpoints set log_id = ${to} where log_id = ${from} and size = 631`;
  assert.match(
    (await problemsAfter(hide(1, 99), hide(99, 1))).join(),
    /LEDGER_HEAD_MISMATCH: .*631 leaves; the store holds 631/,
  );
});

test('a head that says something else is found', async () => {
  const problems = await problemsAfter(
    'update log_heads set size = size - 1 where log_id = 1',
    'update log_heads set size = size + 1 where log_id = 1',
  );
  assert.match(problems.join(), /^LEDGER_HEAD_MISMATCH: The log says that it has 630 leaves/);
  await assert.rejects(checkLog(database.pool, nodeCrypto, 98), /no log 98/);
});
