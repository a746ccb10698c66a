import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type {
  DossierView,
  EvidenceView,
  FilingAcknowledged,
  IssuedCredential,
  LotRow,
} from '@portolan/contract';
import { disclosedCredential } from '@portolan/credentials';
import { deriveCredential } from '@portolan/credentials/forms';
import { documentSchemaCheck } from '@portolan/documents';
import { canonicalize, date, expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { judgeFile } from '@portolan/ledger';
import { sampleTenant } from '@portolan/programs';
import { accredit } from '../../credentials/trust/accredit.ts';
import { configurePeers } from '../../exchange/peers.ts';
import { seatAt, until } from '../../exchange/testing/apart.ts';
import { addTrustedLog } from '../../log/foreign/administer.ts';
import type { Clock } from '../../platform/clock.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { disclosuresOf, everyRow } from '../../testing/every-row.ts';
import { type Client, type TestNode, testNode } from '../../testing/index.ts';
import { thingDigest } from '../commitments/keys.ts';
import { filingForm, firstSale, type SteelFile, steelFiles } from '../commitments/testing/steel-papers.ts';

const begun = Date.now();
const clock: Clock = { now: () => instant(Date.parse('2026-06-10T16:00:00Z') + Date.now() - begun) };

/** What is between mill and buyer alone. */
const commercial = {
  unitPrice: { amount: '0.8731', currency: 'USD' },
  terms: 'Rebate of 1.37 percent from 500 t of the year',
};
const worksOrder = 'WO-SECRET-77';

let trade: TestNode;
let customs: TestNode;
let mill: Client;
let broker: Client;
let officer: Client;
let papers: SteelFile[];
let issued: IssuedCredential;

before(async () => {
  trade = await testNode({ sample: false, clock });
  customs = await testNode({ sample: false, clock });
  mill = await seatAt(trade, 'steel-mill', 'signer', clock);
  broker = await seatAt(trade, 'broker', 'filer', clock);
  officer = await seatAt(customs, 'agency', 'officer', clock);
  const peer = (slug: 'agency' | 'broker' | 'steel-mill', node: TestNode) => {
    const { did, name } = sampleTenant(slug);
    return {
      did,
      name,
      kind: slug === 'agency' ? ('agency' as const) : ('trade' as const),
      baseUrl: node.url,
    };
  };
  await configurePeers(trade.context.pool, [peer('agency', customs)], clock.now());
  await configurePeers(customs.context.pool, [peer('broker', trade), peer('steel-mill', trade)], clock.now());
  const key = await (await fetch(`${trade.url}/log/key`)).text();
  expectOk(await addTrustedLog(customs.context, key, "the mill's log"));
  await trustLicenceOffice(trade, 'broker');
  await trustLicenceOffice(customs, 'agency');
});
after(async () => {
  await trade.close();
  await customs.close();
});

async function trustLicenceOffice({ context }: TestNode, slug: string): Promise<void> {
  const { rows } = await context.pool.query<{ id: string }>('select id from tenants where slug = $1', [slug]);
  const act = { agencyId: rows[0]?.id ?? '', actor: 'operator', at: clock.now() };
  const { did, name } = sampleTenant('steel-licence-office');
  const trusted = {
    did,
    name,
    credentialType: 'SteelImportLicense',
    from: date('2026-01-01'),
    reason: 'test',
  };
  await withTransaction(context.pool, async (tx) => expectOk(await accredit(tx, act, trusted)));
}

const isCertificate = ({ name }: SteelFile) => name.startsWith('MillTestReport');
const subjectOf = (credential: JsonObject) =>
  disclosedCredential(credential, nodeCrypto).credentialSubject as JsonObject;

/** Files the papers with another certificate; the entry's number, or the codes of the refusal. */
async function file(certificate: JsonObject): Promise<{ number?: string; codes: readonly string[] }> {
  const files = papers.map((paper) =>
    isCertificate(paper) ? { ...paper, content: canonicalize(certificate) } : paper,
  );
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await broker.post<FilingAcknowledged>('/api/filings', filingForm(files), headers);
  if (answer.status !== 202) return { codes: answer.codes };
  await trade.areas.trade.settled();
  return { number: answer.body.entryNumber, codes: [] };
}

describe('a mill test report that is shown in part', () => {
  it('is signed by the mill so that its holder may hide price, works order and tests', async () => {
    papers = await steelFiles(firstSale, (name, document) =>
      name === 'MillTestReport'
        ? { ...document, commercial, worksOrder, dispatchedAt: '2026-06-10T20:00:00Z' }
        : document,
    );
    const { content = '' } = papers.find(isCertificate) ?? {};
    const { credentialSubject: document } = JSON.parse(content) as JsonObject;
    const { body, codes, status } = await mill.post<IssuedCredential>('/api/credentials/issue', {
      ...{ type: 'MillTestReport', document, form: 'vc+sd-jwt' },
    });
    assert.equal(status, 201, codes.join());
    issued = body;
    assert.deepEqual(subjectOf(issued.credential as JsonObject), document);
    assert.match(issued.original ?? '', /^sha256:/);
    const { rows } = await trade.context.pool.query('select pending_id from issued_credentials');
    await trade.context.log.settled([rows[0].pending_id], 5000);
  });

  it('refuses to let customer or chemistry be hidden that the document needs, and what is not there', async () => {
    const { content = '' } = papers.find(isCertificate) ?? {};
    const { credentialSubject: document } = JSON.parse(content) as JsonObject;
    const sign = async (hideable: string[]) =>
      (
        await mill.post('/api/credentials/issue', {
          ...{ type: 'MillTestReport', document, form: 'vc+sd-jwt', hideable },
        })
      ).codes;
    assert.deepEqual(await sign(['/items/0/chemistry']), ['NODE_NOT_HIDEABLE']);
    assert.deepEqual(await sign(['/nothing']), ['NODE_NOT_HIDEABLE']);
  });

  it('counts at customs as signed evidence, by the same rules, known since the mill signed', async () => {
    const whole = issued.credential as JsonObject;
    const selectivePointers = ['/credentialSubject/items/0/chemistry'];
    const { credential } = expectOk(await deriveCredential(whole, { selectivePointers }));
    const shown = credential as JsonObject;
    assert.deepEqual((subjectOf(shown).items as JsonObject[])[0]?.tests, []);
    const { number, codes } = await file(shown);
    assert.ok(number, codes.join());
    const path = `/api/entries/${number}`;
    const view = await until(async () => {
      const { body, status } = await officer.get<DossierView>(path);
      return status === 200 && body.decisions.length > 0 && body;
    }, 'the entry at customs');
    const found = view.evaluation?.findings.map(({ code }) => code) ?? [];
    for (const code of ['STEEL_CERTIFICATE_LATE', 'STEEL_CERTIFICATE_UNVERIFIED', 'STEEL_HEAT_MISSING'])
      assert.ok(!found.includes(code), found.join());
    assert.ok(found.includes('STEEL_CERTIFICATE_IN_PART'), found.join());
    const evidence = view.evidence.find(({ type }) => type === 'MillTestReport') as EvidenceView;
    assert.deepEqual([evidence.class, evidence.verdict?.verified], ['signed', true]);
    assert.deepEqual([evidence.verdict?.original, evidence.verdict?.hidden], [issued.original, 4]);
    assert.equal(evidence.verdict?.signedAt.source, 'log');
    const { body: replay } = await officer.get<{ same: boolean }>(`${path}/replay`);
    assert.equal(replay.same, true);
  });

  it('makes the same lots, and takes its mass out of the same heat', async () => {
    const lots = await until(async () => {
      const { body } = await officer.get<{ items: LotRow[] }>('/api/lots?limit=50');
      return body.items.length >= 2 && body.items;
    }, 'lots at customs');
    assert.deepEqual(lots.map(({ commodity, produced }) => `${commodity} ${produced}`).sort(), [
      'steel heat 100000',
      'steel section 20000',
    ]);
    const { rows } = await customs.context.pool.query<{ kilograms: string; made_by: string }>(
      'select kilograms::text as kilograms, made_by from commitments order by kilograms',
    );
    assert.deepEqual(
      rows.map(({ kilograms }) => kilograms),
      ['20000', '20400'],
    );
    assert.ok(rows.some(({ made_by }) => made_by === thingDigest(nodeCrypto, issued.original ?? '')));
  });

  it('verifies offline; the code on its paper leads to all but the terms between mill and buyer', async () => {
    const logKey = (await (await fetch(`${trade.url}/log/key`)).text()).trim();
    const judge = async (file: unknown) => {
      const options = { crypto: nodeCrypto, at: clock.now(), logKeys: [logKey], schema: documentSchemaCheck };
      return judgeFile(Buffer.from(JSON.stringify(file)), options);
    };
    const path = `/api/credentials/${issued.digest}`;
    const { body: own } = await mill.get(`${path}/evidence`);
    const report = await judge(own);
    assert.equal(report.conclusion, 'verified', JSON.stringify(report.checks));
    const { body } = await mill.post<{ address: string }>(`${path}/share`, { reason: 'printed' });
    const token = /#(pev\.[\w.-]+)$/.exec(body.address)?.[1] ?? '';
    const shared = await trade.anonymous.get<{ credential: JsonObject }>(`/evidence/${token}`);
    assert.equal((await judge(shared.body)).conclusion, 'verified');
    const printed = subjectOf(shared.body.credential);
    assert.deepEqual([printed.commercial, printed.worksOrder], [undefined, worksOrder]);
    const [item] = printed.items as { tests: unknown[] }[];
    assert.equal(item?.tests.length, 2);
  });

  it('is in no byte that customs stores, as far as it is hidden', async () => {
    const stored = await everyRow(customs.context.pool);
    assert.ok(stored.includes('A26-4711'), 'what was shown is stored');
    const secrets = [
      ...disclosuresOf(String((issued.credential as JsonObject).id)),
      ...[commercial.unitPrice.amount, commercial.terms, worksOrder],
    ];
    assert.equal(secrets.length, 7);
    for (const secret of secrets)
      for (const form of ['utf8', 'base64url', 'hex'] as const)
        assert.ok(!stored.includes(Buffer.from(secret).toString(form)), `${secret} as ${form}`);
  });

  it('is found when it is used again, whatever of it is shown then', async () => {
    const { codes } = await file(issued.credential as JsonObject);
    assert.ok(codes.includes('STEEL_CERTIFICATE_REUSED'), codes.join());
  });

  it('is refused with a figure put back that the mill did not sign', async () => {
    const forged = Buffer.from(JSON.stringify(['c2FsdA', 'worksOrder', 'WO-1'])).toString('base64url');
    const { credential } = expectOk(
      await deriveCredential(issued.credential, { selectivePointers: ['/credentialSubject/number'] }),
    );
    const { codes } = await file({ ...credential, id: `${String(credential.id)}${forged}~` });
    assert.ok(codes.length > 0);
  });
});
