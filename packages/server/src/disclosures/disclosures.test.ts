import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DisclosureView } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import type { Client } from '../testing/client.ts';
import { type TestNode, testNode } from '../testing/node.ts';
import { recordDisclosures } from './record.ts';

interface Answer {
  readonly items: readonly DisclosureView[];
  readonly total: number;
  readonly next?: string;
}

const digestOf = (letter: string) => `sha256:${letter.repeat(64)}`;

describe('who saw what', () => {
  let node: TestNode;
  let broker: Client;
  const seats = new Map<string, { id: string; did: string; name: string }>();
  const seat = (slug: string) => seats.get(slug) as { id: string; did: string; name: string };
  const list = async (query = '') => (await broker.get<Answer>(`/api/disclosures${query}`)).body;

  before(async () => {
    node = await testNode({ sample: 'seats' });
    broker = await node.as('broker-filer');
    const { rows } = await node.context.pool.query('select id, slug, did, name from tenants');
    for (const row of rows) seats.set(row.slug, row);
    await envelope('a', 'filing', 'agency', { entry: { entryNumber: 'ZZ9-0000103-5' } }, 'delivered');
    await envelope('b', 'answer', 'agency', {}, undefined);
    await envelope('c', 'receipt', 'importer', {}, 'delivered');
    await recordDisclosures(node.context.pool, [
      {
        ...{
          tenantId: seat('broker').id,
          digest: digestOf('d'),
          subject: 'Purchase order PO-1',
          actor: 'm1',
        },
        ...{ recipient: 'did:key:z6MkVerifier', way: 'openid4vp', reason: 'Sample check' },
        at: instant('2026-06-03T00:00:00.000Z'),
      },
    ]);
  });
  after(() => node.close());

  let thread = 0;
  /** An envelope as the exchange keeps what was sent, with one document in its case. */
  async function envelope(letter: string, kind: string, to: string, body: object, state: string | undefined) {
    thread += 1;
    const id = `00000000-0000-4000-8000-00000000000${thread}`;
    const content = Buffer.from(JSON.stringify({ body, attachments: [digestOf('e')] }));
    await node.context.pool.query(
      `insert into envelopes (tenant_id, thread_id, digest, envelope_id, direction, kind, from_did, to_did, sent_at, stored_at, content, answer)
       values ($1, $2::text::uuid, $3, 'urn:uuid:' || $2::text, 'out', $4, $5, $6, $7, $7, $8, $9)`,
      [
        ...[seat('broker').id, id, digestOf(letter), kind, seat('broker').did, seat(to).did],
        ...[`2026-06-0${thread}T12:00:00Z`, content, state === undefined ? null : JSON.stringify({ state })],
      ],
    );
    await node.context.pool.query(
      `insert into case_evidence (tenant_id, case_id, digest, position, added_at, added_by) values ($1, $2, $3, 0, now(), 'x')`,
      [seat('broker').id, id, digestOf('e')],
    );
  }

  it('shows envelopes beside what is on record, newest first, and no receipts', async () => {
    const { items, total } = await list();
    assert.equal(total, 3);
    assert.deepEqual(
      items.map(({ way, subject, delivery }) => [way, subject, delivery]),
      [
        ['openid4vp', 'Purchase order PO-1', undefined],
        ['envelope', 'Answer to a request', 'waiting'],
        ['envelope', 'Filing ZZ9-0000103-5', 'delivered'],
      ],
    );
    assert.equal(items[2]?.recipientName, seat('agency').name);
    assert.deepEqual(items[2]?.documents, [digestOf('e')]);
  });

  it('is searched by words, by the name of whoever saw it, by way and by document', async () => {
    const found = async (query: string) => (await list(query)).items.map(({ id }) => id.slice(0, 9));
    assert.equal((await list('?q=purchase')).total, 1);
    assert.equal((await list(`?q=${encodeURIComponent(seat('agency').name.slice(0, 12))}`)).total, 2);
    assert.deepEqual(await found('?way=envelope&q=filing'), ['sha256:aa']);
    assert.equal((await list('?q=100%25')).total, 0);
    assert.equal((await list(`?digest=${digestOf('e')}`)).total, 2);
    assert.equal((await list(`?digest=${digestOf('d')}`)).total, 1);
  });

  it('comes page by page', async () => {
    const first = await list('?limit=2');
    assert.deepEqual([first.items.length, first.next], [2, '2']);
    const second = await list(`?limit=2&cursor=${first.next}`);
    assert.deepEqual([second.items.length, second.next], [1, undefined]);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 3);
  });

  it('is for whoever showed it, and nobody else', async () => {
    const importer = await node.as('importer-filer');
    assert.equal((await importer.get<Answer>('/api/disclosures')).body.total, 0);
  });
});
