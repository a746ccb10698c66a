import assert from 'node:assert/strict';
import { it } from 'node:test';
import { askForLists } from './ask-lists.ts';

const customs = 'did:key:z6MkCustoms';
const mill = 'did:web:mill.example';

/** Asks for lists at a node with one peer; answers the addresses that were asked. */
async function asked(
  wanted: Readonly<Record<string, readonly string[]>>,
  hosts: readonly string[] = [],
  fetchText?: (url: string) => Promise<string>,
) {
  const addresses: string[] = [];
  const peer = { did: customs, base_url: 'http://127.0.0.1:8401' };
  const pool = {
    query: async (query: unknown) => ({
      rows: typeof query === 'string' || has(query, customs) ? [peer] : [],
    }),
  };
  const context = { pool, config: { fetchFrom: hosts } } as never;
  const answer = async (url: string) => {
    addresses.push(url);
    return fetchText ? fetchText(url) : `{"id":"${url}"}`;
  };
  const lists = new Map(Object.entries(wanted).map(([url, issuers]) => [url, new Set(issuers)]));
  const ask = () => askForLists(context, lists, answer);
  return { addresses, ask, came: await ask() };
}

function has(query: unknown, did: string): boolean {
  return (query as { values: string[][] }).values[0]?.includes(did) === true;
}

const listOf = (origin: string) => `${origin}/status/customs/revocation`;

it("asks a peer's own node, whatever name its list goes by", async () => {
  const { addresses, came } = await asked({ [listOf('https://1d6c.portolan.example')]: [customs] });
  assert.deepEqual(addresses, [listOf('http://127.0.0.1:8401')]);
  assert.equal(came.length, 1);
});

it('asks nobody for a list of a stranger, and a path that is no list of no peer', async () => {
  const hostile = {
    'https://evil.example/status/x/revocation': ['did:key:z6MkStranger'],
    'https://evil.example/admin?x=/status/x/revocation': [customs],
    'file:///etc/passwd': [customs],
    'not an address': [customs],
  };
  assert.deepEqual((await asked(hostile)).addresses, []);
});

it('asks a stranger at a host that the operator named', async () => {
  const { addresses } = await asked({ 'https://mill.example/lists/1': [mill] }, ['mill.example']);
  assert.deepEqual(addresses, ['https://mill.example/lists/1']);
});

it('asks an address once in a while; a second asker meanwhile gets the same answer', async () => {
  const { addresses, ask, came } = await asked({ [listOf('https://x.example')]: [customs] });
  assert.deepEqual(await ask(), came);
  assert.equal(addresses.length, 1);
});

it('takes silence and nonsense for no answer', async () => {
  const silent = async () => Promise.reject(new Error('it answered 503'));
  assert.deepEqual((await asked({ [listOf('https://x.example')]: [customs] }, [], silent)).came, []);
  assert.deepEqual(
    (await asked({ [listOf('https://y.example')]: [customs] }, [], async () => '[1]')).came,
    [],
  );
});
