import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Delivery } from '@portolan/contract';
import { didKeyOf, signDocument } from '@portolan/credentials';
import { instant, type JsonObject } from '@portolan/kernel';
import { generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { sampleTenant } from '@portolan/programs';
import { prepareFiling, storyAt } from '../torture/shipment/filing.ts';
import { sampleSigner } from '../torture/shipment/signers.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { maxEnvelopes } from './inbox.ts';

let world: Community;

before(async () => {
  world = await community();
});
after(() => world.node.close());

async function deliver(...envelopes: JsonObject[]): Promise<Delivery[]> {
  const answer = await world.node.anonymous.post<{ deliveries: Delivery[] }>('/api/inbox', { envelopes });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.deliveries;
}

const codes = (delivery: Delivery | undefined) => delivery?.refusals.map(({ code }) => code);

/** Changes signed members of an envelope and signs it again as the broker. */
async function resigned(wire: JsonObject, change: JsonObject): Promise<JsonObject> {
  const { credentials, files, statusLists, proof: _proof, ...envelope } = wire;
  const signer = sampleSigner('broker');
  const signed = await signDocument({ ...envelope, ...change }, signer, nodeCrypto, {
    created: storyAt,
    purpose: 'authentication',
  });
  return { ...signed, credentials, files, statusLists } as unknown as JsonObject;
}

describe('the inbox', () => {
  it('takes a filing, and gives the same answer to the same envelope for ever', async () => {
    const { wire, entryNumber } = await prepareFiling(101);
    const [first] = await deliver(wire);
    assert.equal(first?.state, 'taken', JSON.stringify(first));
    assert.equal(first?.filing?.entryNumber, entryNumber);
    assert.equal(first?.filing?.outcome, 'accept');
    const stored = await Promise.all(
      ['filings', 'envelopes', 'decisions', 'case_leaves'].map((table) => world.count(table, 'agency')),
    );
    const [again] = await deliver(wire);
    assert.deepEqual({ ...again, state: 'taken' }, first);
    assert.equal(again?.state, 'known');
    await world.node.areas.trade.settled();
    const later = await Promise.all(
      ['filings', 'decisions', 'case_leaves'].map((table) => world.count(table, 'agency')),
    );
    assert.deepEqual(later, [stored[0], stored[2], stored[3]]);
  });

  it('takes one of several equal envelopes, in one request and at the same time', async () => {
    const { wire } = await prepareFiling(102);
    const before = await world.count('filings', 'agency');
    const answers = await Promise.all([deliver(wire, wire), deliver(wire), deliver(wire)]);
    assert.ok(
      answers.flat().every(({ state }) => state !== 'refused'),
      JSON.stringify(answers.flat()),
    );
    assert.equal(await world.count('filings', 'agency'), before + 1);
  });

  it('decides an entry number once, also when two filings of it arrive together', async () => {
    const [one, other] = await Promise.all([prepareFiling(103), prepareFiling(103)]);
    const before = await world.count('entry_numbers', 'agency');
    const together = await deliver(one.wire, other.wire);
    assert.deepEqual(together.map(({ state }) => state).sort(), ['refused', 'taken']);
    const [left, right] = await Promise.all([prepareFiling(104), prepareFiling(104)]);
    const apart = (await Promise.all([deliver(left.wire), deliver(right.wire)])).flat();
    assert.deepEqual(apart.map(({ state }) => state).sort(), ['refused', 'taken'], JSON.stringify(apart));
    assert.equal(await world.count('entry_numbers', 'agency'), before + 2);
    const refused = apart.find(({ state }) => state === 'refused');
    assert.ok(codes(refused)?.includes('USMCA_ENTRY_NUMBER_SEEN'), JSON.stringify(refused));
  });

  it('takes a whole batch in one request and answers in order', async () => {
    const filings = await Promise.all([110, 111, 112, 113].map(prepareFiling));
    const deliveries = await deliver(...filings.map(({ wire }) => wire));
    assert.deepEqual(
      deliveries.map(({ filing }) => filing?.entryNumber),
      filings.map(({ entryNumber }) => entryNumber),
    );
  });

  it('refuses one envelope of a batch without holding up the others', async () => {
    const [good, bad] = await Promise.all([prepareFiling(120), prepareFiling(121)]);
    const [first, second] = await deliver({ ...bad.wire, sentAt: '2026-06-12T16:00:00.001Z' }, good.wire);
    assert.equal(first?.state, 'refused');
    assert.equal(second?.state, 'taken');
  });
});

describe('the inbox refuses, and stores nothing', () => {
  let wire: JsonObject;
  let counts: number[];
  const tables = ['cases', 'evidence', 'envelopes', 'filings', 'case_leaves', 'entry_numbers'];
  const stored = () => Promise.all(tables.map((table) => world.count(table, 'agency')));

  before(async () => {
    ({ wire } = await prepareFiling(130));
    await world.node.areas.trade.settled();
    counts = await stored();
  });
  after(async () => assert.deepEqual(await stored(), counts));

  it('an envelope of which a byte was changed', async () => {
    const body = wire.body as JsonObject;
    const [delivery] = await deliver({ ...wire, body: { ...body, typedBy: 'Somebody Else (sample)' } });
    assert.deepEqual(codes(delivery), ['CRED_SIGNATURE_INVALID']);
  });

  it('a sender nobody knows', async () => {
    const { publicKey, privateKey } = generateEd25519();
    const did = didKeyOf(publicKey);
    const { proof: _proof, credentials, files, statusLists, ...envelope } = wire;
    const signer = {
      did,
      verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
      sign: (message: Uint8Array) => signEd25519(privateKey, message),
    };
    const signed = await signDocument({ ...envelope, from: did }, signer, nodeCrypto, {
      created: storyAt,
      purpose: 'authentication',
    });
    const [delivery] = await deliver({ ...signed, credentials, files, statusLists } as unknown as JsonObject);
    assert.deepEqual(codes(delivery), ['NODE_SENDER_UNKNOWN']);
  });

  it('an envelope signed by somebody else than its sender', async () => {
    const { proof: _proof, credentials, files, statusLists, ...envelope } = wire;
    const signed = await signDocument(envelope, sampleSigner('carrier'), nodeCrypto, {
      created: storyAt,
      purpose: 'authentication',
    });
    const [delivery] = await deliver({ ...signed, credentials, files, statusLists } as unknown as JsonObject);
    assert.deepEqual(codes(delivery), ['CRED_ISSUER_MISMATCH']);
  });

  it('a receiver without a seat here', async () => {
    const [delivery] = await deliver(await resigned(wire, { to: 'did:web:elsewhere.example' }));
    assert.deepEqual(codes(delivery), ['NODE_RECEIVER_UNKNOWN']);
  });

  it('an envelope from the future', async () => {
    const { storyAt: _story, ...timed } = wire;
    const sentAt = instant(Date.now() + 3_600_000);
    const [delivery] = await deliver(await resigned(timed, { sentAt }));
    assert.deepEqual(codes(delivery), ['NODE_ENVELOPE_FUTURE']);
  });

  it('an attachment that the signature does not name, and one that is missing', async () => {
    const credentials = wire.credentials as readonly JsonObject[];
    const [unnamed] = await deliver({
      ...wire,
      credentials: [...credentials, { ...credentials[0], id: 'urn:x' }] as JsonObject[],
    });
    assert.deepEqual(codes(unnamed), ['NODE_ATTACHMENT_UNNAMED']);
    const [missing] = await deliver({ ...wire, credentials: credentials.slice(1) });
    assert.deepEqual(codes(missing), ['NODE_ATTACHMENT_MISSING']);
  });

  it('members that the form does not know, since nothing signs them', async () => {
    const [delivery] = await deliver({ ...wire, remark: 'hello' });
    assert.deepEqual(codes(delivery), ['NODE_ENVELOPE_SHAPE']);
  });

  it('a kind that the receiver does not take from this sender', async () => {
    for (const kind of ['decision', 'receipt', 'request']) {
      const [delivery] = await deliver(await resigned(wire, { kind, to: sampleTenant('importer').did }));
      assert.deepEqual(codes(delivery), ['NODE_ENVELOPE_KIND'], kind);
    }
    const [filing] = await deliver(await resigned(wire, { to: sampleTenant('importer').did }));
    assert.deepEqual(codes(filing), ['NODE_FILING_SHAPE']);
  });

  it('a value that its document does not say', async () => {
    const body = structuredClone(wire.body) as { entry: { lines: { description: string }[] } };
    (body.entry.lines[0] as { description: string }).description = 'Sweet bell peppers, organic';
    const [delivery] = await deliver(await resigned(wire, { body: body as unknown as JsonObject }));
    assert.ok(codes(delivery)?.includes('USMCA_ENTRY_NOT_DERIVED'), JSON.stringify(codes(delivery)));
    assert.match(delivery?.refusals[0]?.path ?? '', /^\/body\/entry\/lines\/0\//);
  });

  it('a typed value that is passed off as signed', async () => {
    const body = structuredClone(wire.body) as { provenance: Record<string, JsonObject> };
    const source = Object.values(body.provenance).find(({ class: kind }) => kind === 'signed') as JsonObject;
    const somebody = sampleTenant('juicer').did;
    for (const claimed of [
      { ...source, class: 'imported' },
      { ...source, issuer: somebody },
      { class: 'signed' },
    ]) {
      const provenance = { ...body.provenance, '/bond': claimed };
      const [delivery] = await deliver(
        await resigned(wire, { body: { ...body, provenance } as unknown as JsonObject }),
      );
      assert.ok(codes(delivery)?.includes('NODE_PROVENANCE'), JSON.stringify(codes(delivery)));
    }
  });

  it('a filing under the name or number of another filer', async () => {
    const body = structuredClone(wire.body) as { entry: { entryNumber: string; filer: JsonObject } };
    const other = {
      ...body,
      entry: { ...body.entry, filer: { ...body.entry.filer, did: sampleTenant('carrier').did } },
    };
    assert.deepEqual(
      codes((await deliver(await resigned(wire, { body: other as unknown as JsonObject })))[0]),
      ['NODE_FILER_MISMATCH'],
    );
    const foreign = { ...body, entry: { ...body.entry, entryNumber: 'B76-0324527-8' } };
    assert.deepEqual(
      codes((await deliver(await resigned(wire, { body: foreign as unknown as JsonObject })))[0]),
      ['NODE_FILER_CODE'],
    );
  });

  it('a filing signed so long ago that its day of entry has passed', async () => {
    const { storyAt: _story, ...timed } = wire;
    const [delivery] = await deliver(await resigned(timed, { sentAt: instant('2026-06-12T16:00:00Z') }));
    assert.ok(codes(delivery)?.includes('NODE_FILING_STALE'), JSON.stringify(codes(delivery)));
  });

  it('more envelopes than one request may carry', async () => {
    const answer = await world.node.anonymous.post('/api/inbox', {
      envelopes: Array(maxEnvelopes + 1).fill({ ...wire, credentials: [], statusLists: [] }),
    });
    assert.ok([413, 422].includes(answer.status), String(answer.status));
  });

  it('an identifier that stood on another envelope', async () => {
    const { wire: taken } = await prepareFiling(131);
    const id = `urn:uuid:${randomUUID()}`;
    const one = await resigned(taken, { id });
    assert.equal((await deliver(one))[0]?.state, 'taken');
    await world.node.areas.trade.settled();
    counts = await stored();
    const [delivery] = await deliver(await resigned(taken, { id, sentAt: '2026-06-12T16:00:00.500Z' }));
    assert.deepEqual(codes(delivery), ['NODE_ENVELOPE_ID_REUSED']);
  });
});
