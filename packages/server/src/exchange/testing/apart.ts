import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { BASE_TYPE, CREDENTIALS_CONTEXT, issueCredential, PORTOLAN_CONTEXT } from '@portolan/credentials';
import { canonicalize, date, expectOk, type Instant, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type SampleTenant, sampleKeyPrefix, sampleTenant } from '@portolan/programs';
import { accredit } from '../../credentials/trust/accredit.ts';
import { insertMember } from '../../platform/admin/members.ts';
import { addTenant } from '../../platform/admin/tenants.ts';
import { addToken } from '../../platform/admin/tokens.ts';
import type { Clock } from '../../platform/clock.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { type Client, createClient, type TestNode, testNode } from '../../testing/index.ts';
import { papersOf } from '../../torture/shipment/documents.ts';
import { typed } from '../../torture/shipment/filing.ts';
import { type Slug, sampleSigner } from '../../torture/shipment/signers.ts';
import { uploadForm } from '../../trade/testing/shipment.ts';
import { configurePeers } from '../peers.ts';

/** Runs like any clock, from the day of the produce story on. */
const begun = Date.now();
const clock: Clock = { now: () => instant(Date.parse('2026-06-12T16:00:00Z') + Date.now() - begun) };

const traders = ['broker', 'importer', 'grower', 'carrier'] as const;

/** The trade on one node, the agency on another, and a road between them that can be closed. */
export interface Apart {
  readonly trade: TestNode;
  readonly agency: TestNode;
  readonly clients: Readonly<Record<'broker' | 'importer' | 'grower' | 'officer', Client>>;
  /** The form by which one shipment of produce is filed, signed now. */
  documents(serial: number): Promise<FormData>;
  /** Files one shipment of produce; answers its entry number. */
  file(serial: number): Promise<string>;
  openRoad(): Promise<void>;
  closeRoad(): Promise<void>;
  close(): Promise<void>;
}

/** Two nodes that are no sample nodes: seats hold the sample's public keys, so that the documents are theirs. */
export async function nodesApart(): Promise<Apart> {
  const trade = await testNode({ sample: false, clock });
  const agency = await testNode({ sample: false, clock });
  const road = await roadTo(agency.url);
  const [broker, importer, grower] = (await Promise.all([
    seat(trade, 'broker', 'filer'),
    seat(trade, 'importer', 'filer'),
    seat(trade, 'grower', 'signer'),
    seat(trade, 'carrier', 'signer'),
  ])) as [Client, Client, Client, Client];
  const officer = await seat(agency, 'agency', 'officer');
  await trustSigners(trade, 'broker');
  await trustSigners(agency, 'agency');
  const away = { ...party('agency'), kind: 'agency' as const, baseUrl: road.url };
  await configurePeers(trade.context.pool, [away], clock.now());
  const there = traders.map((slug) => ({ ...party(slug), kind: 'trade' as const, baseUrl: trade.url }));
  await configurePeers(agency.context.pool, there, clock.now());
  return {
    ...{ trade, agency, clients: { broker, importer, grower, officer } },
    documents: (serial) => documents(serial, clock.now()),
    async file(serial) {
      const form = await documents(serial, clock.now());
      const answer = await broker.post<{ entryNumber: string }>('/api/filings', form, {
        'idempotency-key': randomUUID(),
      });
      if (answer.status !== 202) throw new Error(`not filed: ${answer.status} ${answer.codes.join(', ')}`);
      return answer.body.entryNumber;
    },
    openRoad: road.open,
    closeRoad: road.close,
    async close() {
      await agency.close();
      await trade.close();
      await road.close();
    },
  };
}

/** Looks again until there is something to see; the message it waits for comes from another node. */
export async function until<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`in vain: ${what}`);
}

function party(slug: Slug) {
  const { did, name } = sampleTenant(slug);
  return { did, name };
}

/** Seats a sample organization on a node, with a member who may do everything; answers its client. */
export function seat(node: TestNode, slug: Slug, role: 'filer' | 'officer' | 'signer'): Promise<Client> {
  return seatAt(node, slug, role, clock);
}

/** The same at a time of its own. */
export async function seatAt(
  node: TestNode,
  slug: SampleTenant['slug'],
  role: 'filer' | 'officer' | 'signer',
  { now }: Clock,
): Promise<Client> {
  const { name, kind, roles, filerCode } = sampleTenant(slug);
  const seed = nodeCrypto.sha256(new TextEncoder().encode(sampleKeyPrefix + slug));
  const id = randomUUID();
  const optional = filerCode ? { filerCode } : {};
  expectOk(await addTenant(node.context, { slug, name, kind, roles, ...optional, sample: { id, seed } }));
  const memberId = randomUUID();
  await withTransaction(node.context.pool, (tx) =>
    insertMember(tx, id, { id: memberId, name: `Sample member of ${slug}`, role }, now()),
  );
  const scopes = ['read', 'file', 'sign', 'decide'] as const;
  const added = await addToken(node.context, { tenant: slug, memberId, label: 'test', scopes });
  return createClient(node.url, { authorization: `Bearer ${expectOk(added).token}` });
}

async function trustSigners({ context }: TestNode, slug: Slug): Promise<void> {
  const { rows } = await context.pool.query<{ id: string }>('select id from tenants where slug = $1', [slug]);
  const act = { agencyId: rows[0]?.id ?? '', actor: 'operator', at: clock.now() };
  const from = date('2026-01-01');
  await withTransaction(context.pool, async (tx) => {
    const entries = [
      ['grower', 'CertificationOfOrigin'],
      ['agency', 'OrganizationIdentity'],
    ] as const;
    for (const [who, credentialType] of entries)
      expectOk(await accredit(tx, act, { ...party(who), credentialType, from, reason: 'test' }));
  });
}

async function documents(serial: number, created: Instant): Promise<FormData> {
  const credentials = await Promise.all(
    papersOf(serial).map(({ issuer, subject }) => {
      const signer = sampleSigner(issuer);
      const unsigned = {
        '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
        id: `urn:uuid:${randomUUID()}`,
        type: [BASE_TYPE, subject.type],
        issuer: signer.did,
        validFrom: '2026-01-01T00:00:00.000Z',
        credentialSubject: subject.document as unknown as JsonObject,
      };
      return issueCredential(unsigned, signer, nodeCrypto, { created });
    }),
  );
  const files = credentials.map((credential, index) => ({
    name: `${index}.vc.json`,
    content: canonicalize(credential as unknown as JsonObject),
  }));
  return uploadForm(files, { typed: JSON.stringify(typed) });
}

/** A road to a node; while it is closed the node behind it is out of reach. */
export async function roadTo(url: string) {
  const port = await freePort();
  let server: Server | undefined;
  const open = new Set<Socket>();
  return {
    url: `http://127.0.0.1:${port}`,
    async open() {
      server = createServer((near) => {
        const far = connect(Number(new URL(url).port), '127.0.0.1');
        for (const socket of [near, far]) {
          open.add(socket);
          socket.on('error', () => [near, far].forEach((end) => void end.destroy()));
          socket.on('close', () => open.delete(socket));
        }
        near.pipe(far).pipe(near);
      });
      server.listen(port, '127.0.0.1');
      await new Promise((resolve) => server?.once('listening', resolve));
    },
    async close() {
      server?.close();
      server = undefined;
      // Connections that are kept alive would outlive the road.
      for (const socket of open) socket.destroy();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
