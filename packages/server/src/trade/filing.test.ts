import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, Draft, FilingAcknowledged, ReceiptView } from '@portolan/contract';
import { canonicalize } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey, verifyReceipt } from '@portolan/ledger';
import type { Client } from '../testing/index.ts';
import { storyAt, typed } from '../torture/shipment/filing.ts';
import { type Community, community } from './testing/community.ts';
import { shipmentFiles, shipmentForm, uploadForm } from './testing/shipment.ts';

let world: Community;
let broker: Client;

before(async () => {
  world = await community();
  broker = await world.node.as('broker-filer');
});
after(() => world.node.close());

const settled = () => world.node.areas.trade.settled();

describe('a filing, from documents to receipts', () => {
  let draft: Draft;
  let filed: FilingAcknowledged;

  it('becomes a draft in which every value has its source', async () => {
    const answer = await broker.post<Draft>('/api/drafts', await shipmentForm(1));
    assert.equal(answer.status, 201, answer.codes.join());
    draft = answer.body;
    assert.equal(draft.evidence.length, 8);
    assert.ok(draft.evidence.every(({ verdict }) => verdict?.verified));
    assert.ok(draft.counts.signed > 50);
    assert.equal(draft.counts.typed, 0);
    assert.deepEqual(
      draft.evaluation?.findings
        .filter(({ severity }) => severity === 'refuse')
        .map(({ code }) => code)
        .sort(),
      ['USMCA_ORIGIN_CONTRADICTED', 'USMCA_ORIGIN_OUTSIDE', 'USMCA_RULE_NOT_MET'],
    );
    assert.equal(draft.canFile, false);
  });

  it('is not filed while the agency would refuse it, and burns no number', async () => {
    const answer = await broker.post(`/api/drafts/${draft.id}/file`);
    assert.equal(answer.status, 422);
    assert.ok(answer.codes.includes('USMCA_ORIGIN_OUTSIDE'));
    assert.equal(await world.count('entry_number_banks', 'broker'), 0);
  });

  it('is mended with one gesture and filed', async () => {
    const mend = draft.evaluation?.findings.find(({ code }) => code === 'USMCA_RULE_NOT_MET')?.fix?.typed;
    const answers = { ...mend, '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false };
    const mended = await broker.send<Draft>('PATCH', `/api/drafts/${draft.id}`, { typed: answers });
    assert.equal(mended.body.canFile, true, JSON.stringify(mended.body.evaluation?.findings));
    const answer = await broker.post<FilingAcknowledged>(`/api/drafts/${draft.id}/file`);
    assert.equal(answer.status, 202, answer.codes.join());
    filed = answer.body;
    assert.equal(filed.outcome, 'accept');
    assert.equal(filed.delivered, true);
    await settled();
  });

  it('stands at agency, broker and importer with the same entry, duty and decision', async () => {
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const client = await world.node.as(member);
      const { body } = await client.get<DossierView>(`/api/entries/${filed.entryNumber}`);
      assert.equal(body.state, 'accepted', member);
      // HTS 2026 revision 10: 2.5 cents/kg on 800 kg of chilies; the processing fee at its minimum (FY 2026).
      assert.equal(body.evaluation?.duty?.totals.total, '53.58', member);
      assert.equal(body.total, '53.58', member);
      assert.equal(body.decisions.length, 1, member);
      assert.equal(body.evidence.length, 8, member);
    }
  });

  it('gives every party receipts that verify offline', async () => {
    const { body: log, status } = await world.node.anonymous.get<{ key: string }>('/api/log');
    assert.equal(status, 200, JSON.stringify(log));
    const key = parseNoteKey(nodeCrypto, log.key);
    assert.ok(key.ok);
    for (const [member, expected] of [
      ['broker-filer', 10],
      ['importer-filer', 10],
      ['grower-signer', 3],
      ['carrier-signer', 1],
    ] as const) {
      const client = await world.node.as(member);
      const { body } = await client.get<{ receipts: ReceiptView[] }>(
        `/api/entries/${filed.entryNumber}/receipt`,
      );
      assert.equal(body.receipts.length, expected, member);
      for (const { receipt, digest } of body.receipts) {
        const verified = await verifyReceipt(nodeCrypto, receipt, {
          keys: [key.value],
          expectDigest: digest as `sha256:${string}`,
        });
        assert.ok(verified.ok, `${member} ${digest}`);
      }
    }
  });

  it('is computed again with the same bytes by everyone who holds the evidence', async () => {
    for (const member of ['agency-officer', 'broker-filer', 'importer-filer']) {
      const client = await world.node.as(member);
      const { status, body } = await client.get<{ same: boolean }>(
        `/api/entries/${filed.entryNumber}/replay`,
      );
      assert.equal(status, 200, member);
      assert.equal(body.same, true, member);
    }
  });

  it('is found by number, importer, invoice and goods, and by nothing else', async () => {
    for (const q of [
      filed.entryNumber,
      filed.entryNumber.replaceAll('-', ''),
      'harbor',
      'bell peppers',
      'zzzz0000001',
    ]) {
      const { body } = await broker.get<{ total: number }>(`/api/entries?q=${encodeURIComponent(q)}`);
      assert.equal(body.total, 1, q);
    }
    const { body } = await broker.get<{ total: number }>('/api/entries?q=avocado');
    assert.equal(body.total, 0);
  });

  it('cannot be filed a second time', async () => {
    const answer = await broker.post(`/api/drafts/${draft.id}/file`);
    assert.equal(answer.status, 409);
    assert.deepEqual(answer.codes, ['NODE_STATE']);
  });

  it('leaves nothing waiting', async () => {
    assert.equal(await world.count('outbox', 'agency'), 0);
    assert.equal(await world.count('outbox', 'broker'), 0);
    assert.equal(await world.count('notices', 'agency'), 0);
  });
});

describe('a filing in one call', () => {
  const fields = { storyAt, typed: JSON.stringify(typed) };
  const post = (form: FormData, key: string) =>
    broker.post<FilingAcknowledged>('/api/filings', form, { 'idempotency-key': key });

  it('is filed once, however often it is sent, also at the same time', async () => {
    const files = await shipmentFiles(2);
    const before = await world.count('filings', 'agency');
    const answers = await Promise.all([1, 2, 3].map(() => post(asForm(files, fields), 'shipment-2')));
    const later = await post(asForm(files, fields), 'shipment-2');
    for (const { status, codes } of [...answers, later]) assert.equal(status, 202, codes.join());
    assert.equal(new Set([...answers, later].map(({ body }) => body.entryNumber)).size, 1);
    assert.equal(await world.count('filings', 'agency'), before + 1);
  });

  it('refuses a key that was used for something else, and a request without one', async () => {
    const other = await post(asForm(await shipmentFiles(3), fields), 'shipment-2');
    assert.equal(other.status, 409);
    assert.deepEqual(other.codes, ['NODE_IDEMPOTENCY_REUSED']);
    const keyless = await broker.post('/api/filings', asForm(await shipmentFiles(3), fields));
    assert.deepEqual(keyless.codes, ['NODE_IDEMPOTENCY_KEY_MISSING']);
  });

  it('leaves nothing behind when it is refused', async () => {
    await settled();
    const counted = () => Promise.all(tables.map((table) => world.count(table, 'broker')));
    const before = await counted();
    const claimed = { ...typed, '/lines/3/spi': 'S' };
    const answer = await post(
      asForm(await shipmentFiles(4), { ...fields, typed: JSON.stringify(claimed) }),
      'shipment-4',
    );
    assert.equal(answer.status, 422);
    assert.deepEqual(await counted(), before);
  });

  it('claims an invoice line once: the second entry on it is refused', async () => {
    const files = await shipmentFiles(5);
    assert.equal((await post(asForm(files, fields), 'shipment-5')).status, 202);
    await settled();
    const second = await post(asForm(files, fields), 'shipment-5-again');
    assert.equal(second.status, 422);
    assert.ok(second.codes.includes('USMCA_DUPLICATE_CLAIM'), second.codes.join());
    const { body } = await broker.get<{ total: number }>('/api/drafts');
    assert.equal(body.total, 1, 'the refused one is open again as a draft, with its reasons');
  });
});

const tables = ['cases', 'drafts', 'case_evidence', 'evidence', 'filings', 'envelopes', 'outbox', 'timeline'];

function asForm(files: Awaited<ReturnType<typeof shipmentFiles>>, fields: Record<string, string>): FormData {
  return uploadForm(
    files.map(({ name, credential }) => ({ name, content: canonicalize(credential) })),
    fields,
  );
}
