import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pool } from 'pg';
import { foreignSchemas } from './foreign-schemas.ts';

/** A node whose operator named one host, and that has no peers. */
const node = () => ({
  pool: { query: async () => ({ rows: [] }) } as unknown as Pool,
  config: { fetchFrom: ['mill.example'] } as never,
});

test('a schema is asked for once, at hosts that the operator named, and nowhere else', async () => {
  const asked: string[] = [];
  const context = node();
  const fetchText = async (url: string) => {
    asked.push(url);
    return JSON.stringify({ $id: url });
  };
  const urls = ['https://mill.example/s', 'https://other.example/s', 'http://mill.example/s', 'text'];
  for (let round = 0; round < 2; round += 1) {
    const found = await foreignSchemas(context, urls, fetchText);
    assert.deepEqual([...found], [['https://mill.example/s', { $id: 'https://mill.example/s' }]]);
  }
  assert.deepEqual(asked, ['https://mill.example/s']);
});

test('what answers nothing, or no JSON, is absent', async () => {
  const answers = [() => Promise.reject(new Error('it answered 404')), async () => 'no JSON'];
  for (const answer of answers)
    assert.equal((await foreignSchemas(node(), ['https://mill.example/s'], answer)).size, 0);
});
