import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, RequestView } from '@portolan/contract';
import { canonicalize, digestBytes, digestJson, toBase64, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Client } from '../../testing/index.ts';
import { shipmentFiles } from '../testing/shipment.ts';
import { answerForm, type RequestWorld, requestWorld } from './testing/world.ts';

// 19 CFR 182.13(a)(3): exporter or producer may send supporting evidence directly to the agency.
const secret = 'Orchard 7 sold 5,040 kg at a price that nobody else may know.';
const record = '%PDF-1.7 harvest record of orchard 7, 1,250 cartons (sample)';

let world: RequestWorld;
let number: string;
let asked: RequestView;
let members: Record<'officer' | 'broker' | 'importer' | 'grower', Client>;

before(async () => {
  world = await requestWorld();
  const [officer, broker, importer, grower] = (await Promise.all(
    ['agency-officer', 'broker-filer', 'importer-filer', 'grower-signer'].map(world.as),
  )) as [Client, Client, Client, Client];
  members = { officer, broker, importer, grower };
  number = await world.file(11);
  asked = await world.ask(number);
});
after(() => world.close());

const answers = `/api/requests/`;
const post = (client: Client, form: FormData, id = asked.id) =>
  client.post<RequestView>(`${answers}${id}/answers`, form);
const view = async (client: Client) => (await client.get<RequestView>(`${answers}${asked.id}`)).body;

describe('who may answer to the agency alone', () => {
  it('is not the importer and not the broker', async () => {
    for (const client of [members.importer, members.broker]) {
      const refused = await post(client, answerForm('Ours.', 'agency'));
      assert.deepEqual(refused.codes, ['NODE_DISCLOSURE_REFUSED']);
      assert.equal(refused.status, 422);
    }
  });

  it('is nobody where the template does not allow it', async () => {
    const sample = await world.ask(await world.file(12), { template: 'sample', field: '/lines/2' });
    const refused = await post(members.importer, answerForm('On its way.', 'agency'), sample.id);
    assert.deepEqual(refused.codes, ['NODE_DISCLOSURE_REFUSED']);
  });

  it('is told in so many words: an answer without a choice is shown to nobody', async () => {
    for (const disclosure of ['', 'Agency', 'everyone']) {
      const refused = await post(members.grower, answerForm(secret, disclosure));
      assert.deepEqual(refused.codes, ['NODE_FIELD_INVALID'], disclosure);
    }
    const kept = await world.rows('select 1 from request_answers');
    assert.deepEqual(kept, []);
  });
});

describe('an answer to the agency alone', () => {
  let credential: string;
  let credentialDigest: string;

  before(async () => {
    const invoice = (await shipmentFiles(9911)).find(({ name }) => name.includes('CommercialInvoice'));
    assert.ok(invoice);
    credential = canonicalize(invoice.credential);
    credentialDigest = digestJson(nodeCrypto, invoice.credential);
    const files = [
      { name: 'orchard-seven.pdf', content: record },
      { name: 'lot-invoice.vc.json', content: credential },
    ];
    const answered = await post(members.grower, answerForm(secret, 'agency', files));
    assert.equal(answered.status, 201, JSON.stringify(answered.body));
    await world.settled();
  });

  it('reaches the agency whole, verified, and marked as its own alone', async () => {
    const seen = await view(members.officer);
    assert.equal(seen.answers[0]?.text, secret);
    assert.equal(seen.answers[0]?.disclosure, 'agency');
    assert.equal(seen.answers[0]?.withheld, false);
    assert.equal(seen.answers[0]?.evidence.length, 2);
    const rows = await world.rows<{ digest: string; sealed: boolean; verdict: string }>(
      `select c.digest, c.sealed, e.verdict from case_evidence c join evidence e using (tenant_id, digest)
       where c.tenant_id = $1 and c.position >= 900000`,
      [world.seat('agency').id],
    );
    assert.deepEqual(
      rows.map(({ digest, sealed }) => [digest, sealed]),
      [[credentialDigest, true]],
    );
    assert.equal(JSON.parse(rows[0]?.verdict ?? '{}').verified, true);
  });

  it('is to importer and broker the fact that it was given, by whom and when', async () => {
    for (const client of [members.importer, members.broker]) {
      const { state, answers: given, events } = await view(client);
      assert.equal(state, 'answered');
      assert.deepEqual(given, [
        {
          id: `${asked.id}/1`,
          by: given[0]?.by,
          at: world.now(),
          disclosure: 'agency',
          evidence: [],
          withheld: true,
        },
      ]);
      assert.equal(given[0]?.by.slug, 'grower');
      assert.equal(events.at(-1)?.title, 'Answered');
      const { body } = await client.get<DossierView>(`/api/entries/${number}`);
      assert.equal(body.state, 'answered');
      assert.ok(!body.evidence.some(({ digest }) => digest === credentialDigest));
      assert.ok(!JSON.stringify(body).includes('orchard'));
    }
  });

  it('leaves no trace of its content in any row of another tenant', async () => {
    const content = [
      ...['Orchard 7', 'orchard-seven', 'harvest record'],
      digestBytes(nodeCrypto, utf8(record)),
      credentialDigest,
      // The invoice's number under serial 9911, as its documents and links would carry it.
      '-0009911',
    ];
    const traces = [...content, 'lot-invoice', toBase64(utf8(record))];
    for (const slug of ['importer', 'broker', 'carrier', 'juicer']) {
      const everything = await world.everythingOf(slug);
      assert.ok(everything.includes(world.seat(slug).did), `${slug} is read at all`);
      for (const trace of traces) assert.ok(!everything.includes(trace), `${slug} holds ${trace}`);
    }
    for (const slug of ['agency', 'grower']) {
      const everything = await world.everythingOf(slug);
      for (const part of content) assert.ok(everything.includes(part), `${slug} lacks ${part}`);
    }
  });

  it('stays so when the agency goes on: extension, escalation and closing repeat nothing of it', async () => {
    const officer = members.officer;
    const escalate = { to: 'producer', reason: 'The lots need one more look.' };
    assert.equal((await officer.post(`${answers}${asked.id}/escalate`, escalate)).status, 200);
    const again = await post(members.grower, answerForm(`Once more: ${secret}`, 'agency'));
    assert.equal(again.status, 201, JSON.stringify(again.body));
    const close = { outcome: 'satisfied', reason: 'The claim stands.' };
    assert.equal((await officer.post(`${answers}${asked.id}/close`, close)).status, 200);
    await world.settled();
    const { answers: given, state } = await view(members.importer);
    assert.equal(state, 'closed');
    assert.deepEqual(
      given.map(({ withheld }) => withheld),
      [true, true],
    );
    for (const slug of ['importer', 'broker'])
      assert.ok(!(await world.everythingOf(slug)).includes('Orchard 7'), slug);
  });
});
