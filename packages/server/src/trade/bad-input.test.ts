import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft, RefusedFile } from '@portolan/contract';
import { canonicalize, type JsonObject, type Refusal } from '@portolan/kernel';
import type { Answer, Client } from '../testing/index.ts';
import { storyAt, typed } from '../torture/shipment/filing.ts';
import { type Community, community } from './testing/community.ts';
import { shipmentFiles, uploadForm } from './testing/shipment.ts';

let world: Community;
let broker: Client;
const tables = ['cases', 'drafts', 'case_evidence', 'evidence', 'filings', 'envelopes', 'outbox', 'timeline'];
const stored = () =>
  Promise.all(['broker', 'agency'].flatMap((slug) => tables.map((table) => world.count(table, slug))));

before(async () => {
  world = await community();
  broker = await world.node.as('broker-filer');
});
after(() => world.node.close());

type Files = Parameters<typeof uploadForm>[0];

/** Sends a file alone, as a draft. */
function drop(content: string | Uint8Array<ArrayBuffer>, name: string): Promise<Answer<Draft>> {
  return broker.post<Draft>('/api/drafts', uploadForm([{ name, content }], { storyAt }));
}

/** A refusal says what is wrong, where, whose fault it is and how to mend it; and nothing was stored. */
async function refusedWith(send: () => Promise<Answer>, code: string, status?: number): Promise<Refusal> {
  await world.node.areas.trade.settled();
  const before = await stored();
  const answer = await send();
  assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status}: ${JSON.stringify(answer.body)}`);
  if (status !== undefined) assert.equal(answer.status, status);
  assert.ok(answer.codes.includes(code), `${code} expected, got ${answer.codes.join()}`);
  assert.deepEqual(await stored(), before, 'nothing half stored');
  const { refusals } = answer.body as { refusals: Refusal[] };
  for (const { message, mend, fault } of refusals) assert.ok(message && mend && fault);
  return refusals.find((refusal) => refusal.code === code) as Refusal;
}

const post = (files: Files, key: string, fields: Record<string, string> = {}) =>
  broker.post('/api/filings', uploadForm(files, { storyAt, typed: JSON.stringify(typed), ...fields }), {
    'idempotency-key': key,
  });

/** Files a shipment of which one credential was changed after signing, or left out. */
async function shipped(
  serial: number,
  change: (credential: JsonObject, type: string) => JsonObject | undefined,
): Promise<Files> {
  return (await shipmentFiles(serial)).flatMap(({ name, credential }) => {
    const type = (credential.type as string[])[1] ?? '';
    const changed = change(credential, type);
    return changed ? [{ name, content: canonicalize(changed) }] : [];
  });
}

describe('files that are no documents', () => {
  it('a member twice', async () => {
    await refusedWith(
      () => drop('{"type":"PurchaseOrder","number":"1","number":"2"}', 'twice.json'),
      'KERNEL_JSON_DUPLICATE_KEY',
    );
  });

  it('a picture', async () => {
    await refusedWith(
      () => drop(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), 'scan.png'),
      'DOC_FILE_UNREADABLE',
    );
  });

  it('no file at all', async () => {
    await refusedWith(() => broker.post('/api/drafts', uploadForm([], { storyAt })), 'NODE_FILES_NONE');
  });

  it('JSON where a form is expected', async () => {
    await refusedWith(() => broker.post('/api/drafts', { files: [] }), 'NODE_MEDIA_TYPE', 415);
  });

  it('one bad file beside good ones is named, and the good ones are taken', async () => {
    const good = (await shipmentFiles(601)).map(({ name, credential }) => ({
      name,
      content: canonicalize(credential),
    }));
    const { status, body } = await broker.post<Draft>(
      '/api/drafts',
      uploadForm([...good, { name: 'cut.json', content: '{' }], { storyAt }),
    );
    assert.equal(status, 201);
    const [refused] = body.refusedFiles as [RefusedFile];
    assert.equal(refused.name, 'cut.json');
    assert.equal(body.evidence.length, good.length);
  });
});

describe('documents that contradict themselves', () => {
  const invoice = {
    type: 'CommercialInvoice',
    number: 'INV-1',
    issueDate: '2026-06-10',
    seller: { name: 'Sample Seller', address: { country: 'MX' } },
    buyer: { name: 'Sample Buyer', address: { country: 'US' } },
    currency: 'USD',
    lines: [
      {
        number: '1',
        description: 'Mangoes',
        quantity: { value: '100', unit: 'KGM' },
        amount: { amount: '100.00', currency: 'USD' },
      },
    ],
    total: { amount: '100.00', currency: 'USD' },
  };
  const withLine = (change: object) =>
    JSON.stringify({ ...invoice, lines: [{ ...invoice.lines[0], ...change }] });

  it('a negative quantity', async () => {
    const content = withLine({ quantity: { value: '-5', unit: 'KGM' } });
    const refusal = await refusedWith(() => drop(content, 'invoice.json'), 'DOC_QUANTITY_NOT_POSITIVE');
    assert.match(refusal.path, /\/lines\/0\/quantity/);
  });

  it('two currencies in one invoice', async () => {
    await refusedWith(
      () => drop(withLine({ amount: { amount: '100.00', currency: 'EUR' } }), 'invoice.json'),
      'DOC_CURRENCY_MIXED',
    );
  });

  it('an unknown unit', async () => {
    await refusedWith(
      () => drop(withLine({ quantity: { value: '5', unit: 'QQQ' } }), 'invoice.json'),
      'KERNEL_UNIT_UNKNOWN',
    );
  });
});

describe('filings that cannot stand', () => {
  it('an altered byte in another document', async () => {
    const files = await shipped(611, (credential, type) => {
      if (type !== 'BillOfLading') return credential;
      return {
        ...credential,
        credentialSubject: {
          ...(credential.credentialSubject as JsonObject),
          packages: { count: 1, kind: 'carton' },
        },
      };
    });
    await refusedWith(() => post(files, 'altered-bill'), 'USMCA_EVIDENCE_ALTERED');
  });

  it('a typed value for a field that does not exist', async () => {
    const files = await shipped(614, (credential) => credential);
    const odd = { ...typed, '/lines/9/hts': '0709.60.40.81' };
    await refusedWith(() => post(files, 'odd', { typed: JSON.stringify(odd) }), 'FILING_TYPED_UNKNOWN_FIELD');
  });

  it('a story date on a request that is no story', async () => {
    const files = await shipped(615, (credential) => credential);
    await refusedWith(() => post(files, 'when', { storyAt: 'last Friday' }), 'KERNEL_INSTANT_INVALID');
  });

  it('by an organization that has no filer code', async () => {
    const importer = await world.node.as('importer-filer');
    const files = await shipped(616, (credential) => credential);
    const before = await world.count('evidence', 'importer');
    const answer = await importer.post('/api/filings', uploadForm(files, { storyAt }), {
      'idempotency-key': 'x',
    });
    assert.deepEqual(answer.codes, ['NODE_FILER_CODE_MISSING']);
    assert.equal(await world.count('evidence', 'importer'), before);
  });
});
