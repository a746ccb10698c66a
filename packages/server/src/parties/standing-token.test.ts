import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { signPresentation, type VerifiableCredential } from '@portolan/credentials';
import { sampleTenant } from '@portolan/programs';
import { type Client, type TestNode, testNode } from '../testing/index.ts';

const importer = sampleTenant('importer').did;
const asOf = '2026-06-12T14:30:00.000Z';

interface Answer {
  verified: boolean;
  holder?: string;
  disclosed: Record<string, unknown>;
  refusals: { code: string }[];
}

describe('a standing that its holder presents', () => {
  let node: TestNode;
  let lead: Client;
  let holder: Client;
  let thief: Client;
  let token = '';
  before(async () => {
    node = await testNode();
    lead = await node.as('agency-lead');
    holder = await node.as('importer-signer');
    thief = await node.as('carrier-signer');
    const issued = await lead.post<{ token: string }>(
      `/api/standings/${encodeURIComponent(importer)}/credential`,
      {
        ...{ role: 'importer', asOf, form: 'vc+sd-jwt' },
      },
    );
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    token = issued.body.token;
  });
  after(() => node.close());

  const challenge = async () =>
    (await lead.post<{ challenge: string; domain: string }>('/api/presentations/challenges')).body;
  const show = async (client: Client, members: string[]) => {
    const request = await challenge();
    const shown = await client.post<{ token: string }>('/api/standings/show', {
      ...{ ...request, token, show: members },
      expiresAt: undefined,
    });
    assert.equal(shown.status, 200, JSON.stringify(shown.body));
    const body = { challenge: request.challenge, token: shown.body.token };
    return { body, answer: await lead.post<Answer>('/api/standings/presented', body) };
  };

  it('shows only what it chooses, and only once', async () => {
    const { body, answer } = await show(holder, ['role']);
    assert.deepEqual(
      [answer.status, answer.body.verified, answer.body.holder],
      [200, true, importer],
      JSON.stringify(answer.body),
    );
    const { disclosed } = answer.body;
    assert.deepEqual(
      [disclosed.level, disclosed.role, disclosed.kinds, disclosed.standing],
      ['trusted', 'importer', undefined, undefined],
    );
    const again = await lead.post('/api/standings/presented', body);
    assert.deepEqual(again.codes, ['NODE_CHALLENGE_SPENT']);
  });

  it('a stolen token fails: the thief cannot sign with the key that it is bound to', async () => {
    const { answer } = await show(thief, ['role']);
    assert.equal(answer.body.verified, false);
    assert.ok(
      answer.body.refusals.some(({ code }) => code === 'CRED_KEY_BINDING'),
      JSON.stringify(answer.body),
    );
  });

  it('a stolen credential in the own presentation of a thief fails too', async () => {
    const issued = await lead.post<{ credential: VerifiableCredential }>(
      `/api/standings/${encodeURIComponent(importer)}/credential`,
      { role: 'importer', asOf },
    );
    const present = async (slug: 'carrier' | 'importer') => {
      const { challenge: nonce, domain } = await challenge();
      const { rows } = await node.context.pool.query<{ id: string }>(
        'select id from tenants where slug = $1',
        [slug],
      );
      const signer = await node.context.keys.signer(rows[0]?.id ?? '');
      const presentation = await signPresentation([issued.body.credential], signer, node.context.crypto, {
        ...{ challenge: nonce, domain, created: node.context.clock.now() },
      });
      return (await lead.post<Answer>('/api/presentations', { presentation })).body;
    };
    const stolen = await present('carrier');
    assert.equal(stolen.verified, false);
    assert.deepEqual(
      stolen.refusals.map(({ code }) => code),
      ['PARTY_HOLDER'],
    );
    const own = await present('importer');
    assert.equal(own.verified, true, JSON.stringify(own));
  });

  it('is judged from its file for anybody, without signing in', async () => {
    const examples = new URL('../../../../examples/legitimacy/stolen-credential/', import.meta.url);
    const judge = async (name: string, change: object = {}) => {
      const shown = JSON.parse(await readFile(new URL(name, examples), 'utf8'));
      const answer = await node.anonymous.post<{ proven: boolean; refusals: { code: string }[] }>(
        '/api/presentations/judge',
        { ...shown, ...change },
      );
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return [answer.body.proven, answer.body.refusals.map(({ code }) => code)];
    };
    assert.deepEqual(await judge('own-presentation.json'), [true, []]);
    assert.deepEqual(await judge('presentation.json'), [false, ['PARTY_HOLDER']]);
    const [proven] = await judge('own-presentation.json', { note: 'added after signing' });
    assert.equal(proven, false);
  });
});
