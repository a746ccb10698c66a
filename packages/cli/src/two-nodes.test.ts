import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { DossierView, EntrySummaryRow, ReceiptView, RequestView } from '@portolan/contract';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey, verifyReceipt } from '@portolan/ledger';
import { type Client, createClient } from '@portolan/server/testing';
import { commandsBelow, memberAt, readCommand } from './testing/guide.ts';
import { pepperPapers } from './testing/pepper-papers.ts';
import { type Ran, runPortolan } from './testing/run-portolan.ts';
import { type StartedNode, startedNode } from './testing/started-node.ts';

const guide = new URL('../../../docs/guides/operator.md', import.meta.url);
const today = new Date().toISOString().slice(0, 10);
const bond = '/bond={"type":"8","surety":"999"}';
const override = '/override/reason=The rates were compared with the current edition by hand.';

/** Two nodes in processes of their own, on two databases, set up by the very commands of the operators' guide. */
describe('two nodes as the operators’ guide sets them up', () => {
  const home = process.cwd();
  const variables = new Map<string, string>();
  const nodes: StartedNode[] = [];
  const ports = new Map<string, string>();
  let folder: string;
  let filed: Ran;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portolan-guide-'));
    for (const port of ['8401', '8402']) ports.set(port, await freePort());
    // The guide's folders are relative to where one stands.
    process.chdir(folder);
    for (const command of commandsBelow(await readFile(guide, 'utf8'), 'Two nodes')) {
      if (command.includes('./papers/')) await writePapers();
      filed = await follow(command);
    }
  });
  after(async () => {
    for (const node of nodes) await node.stop();
    process.chdir(home);
    await rm(folder, { recursive: true, force: true });
  });

  async function follow(command: string): Promise<Ran> {
    const step = readCommand(
      command.replace(/\b840[12]\b/g, (port) => ports.get(port) ?? port),
      variables,
    );
    if (step?.args[0] === 'start') nodes.push(await startedNode(step.args));
    const work =
      step && step.args[0] !== 'start'
        ? await run(...step.args, ...(step.keeps ? ['--json'] : []))
        : undefined;
    if (step?.keeps && step.path && work) variables.set(step.keeps, memberAt(work.json(), step.path));
    return work ?? { exitCode: 0, out: '', error: '', json: () => ({}) as never };
  }

  /** Documents are dated; the tariff at hand may not reach to today, and the filer says why it goes on. */
  async function run(...args: string[]): Promise<Ran> {
    const more =
      args[0] === 'file' ? ['--answer', override, '--answer', '/lines/0/relatedParties=false'] : [];
    const ran = await runPortolan([...args, ...more]);
    assert.equal(ran.exitCode, 0, `portolan ${args.join(' ')}\n${ran.error}\n${ran.out}`);
    return ran;
  }

  const kept = (name: string) => variables.get(name) ?? '';

  async function writePapers(): Promise<void> {
    const dids = {
      agency: kept('CUSTOMS'),
      importer: kept('IMPORTER'),
      broker: kept('BROKER'),
      grower: kept('GROWER'),
      carrier: kept('CARRIER'),
    };
    for (const place of ['papers', 'shipment']) await mkdir(place, { recursive: true });
    for (const { name, type, document, issuer } of pepperPapers(today, dids))
      await writeFile(
        `${issuer ? 'papers' : 'shipment'}/${name}.json`,
        JSON.stringify({ type, ...document }),
      );
  }

  const clientOf = (port: string, token: string): Client =>
    createClient(`http://127.0.0.1:${ports.get(port)}`, { authorization: `Bearer ${kept(token)}` });
  const officer = () => clientOf('8401', 'OFFICER_TOKEN');
  const broker = () => clientOf('8402', 'BROKER_TOKEN');
  const importer = () => clientOf('8402', 'IMPORTER_TOKEN');
  const grower = () => clientOf('8402', 'GROWER_TOKEN');
  const [agencyNode, tradeNode] = [() => nodes[0] as StartedNode, () => nodes[1] as StartedNode];

  const entries = async (client: Client) =>
    (await client.get<{ items: EntrySummaryRow[] }>('/api/entries')).body.items;
  const dossier = async (client: Client, number: string) =>
    (await client.get<DossierView>(`/api/entries/${number}`)).body;
  let number: string;

  it('the broker files with the agency’s node, which accepts; the status list comes from there, too', async () => {
    assert.match(filed.out, /accepted by the agency's rules/);
    assert.match(filed.out, /Identity of an organization .* Sample Customs Agency +yes/);
    number = (await entries(broker()))[0]?.entryNumber ?? '';
    const { state, decisions } = await dossier(officer(), number);
    assert.deepEqual([state, decisions.length], ['accepted', 1]);
  });

  it('the broker’s own draft rests on the register that its operator fetched from the agency', async () => {
    const { evidence } = await dossier(broker(), number);
    const verdict = evidence.find(({ type }) => type === 'CertificationOfOrigin')?.verdict;
    const found = verdict?.fragments.find(({ name }) => name === 'accreditation');
    assert.equal(found?.outcome, 'passed');
    assert.match(found?.reason ?? '', /its register as of /);
  });

  it('decision and receipts of the agency’s log return to broker and importer', async () => {
    const { body: log } = await officer().get<{ key: string }>('/api/log');
    const key = expectOk(parseNoteKey(nodeCrypto, log.key));
    for (const client of [broker(), importer()]) {
      const receipts = await until(async () => {
        const { body } = await client.get<{ receipts?: ReceiptView[] }>(`/api/entries/${number}/receipt`);
        const whole =
          body.receipts?.some(({ kind }) => kind === 'decision') &&
          body.receipts.every(({ receipt }) => receipt);
        return whole ? body.receipts : undefined;
      }, 'receipts');
      for (const { receipt, digest } of receipts) {
        const expectDigest = digest as `sha256:${string}`;
        assert.ok((await verifyReceipt(nodeCrypto, receipt, { keys: [key], expectDigest })).ok);
      }
      assert.equal((await client.get<{ same: boolean }>(`/api/entries/${number}/replay`)).body.same, true);
    }
  });

  it('a request reaches the grower on the other node; its answer goes to the agency alone', async () => {
    const asked = await officer().post<RequestView>(`/api/entries/${number}/requests`, {
      template: 'preference-claim',
      field: '/lines/0',
    });
    assert.equal(asked.status, 201, asked.codes.join());
    const { id } = asked.body;
    await until(
      async () => ((await grower().get(`/api/requests/${id}`)).status === 200 ? true : undefined),
      'the request',
    );
    const secret = 'Picked in block 7 by our own crew.';
    await run(
      'request',
      'answer',
      id,
      '--text',
      secret,
      '--agency-only',
      '--node',
      grower().url,
      '--token',
      kept('GROWER_TOKEN'),
    );
    const view = async (client: Client) => (await client.get<RequestView>(`/api/requests/${id}`)).body;
    assert.equal((await view(officer())).answers[0]?.text, secret);
    const told = await until(async () => {
      const seen = await view(importer());
      return seen.state === 'answered' ? seen : undefined;
    }, 'the importer to hear of the answer');
    assert.equal(told.answers[0]?.withheld, true);
    assert.ok(!JSON.stringify(told).includes('block 7'));
  });

  it('the agency takes a receipt of the trade’s log for the time of signing once it trusts that log', async () => {
    const { body: log } = await broker().get<{ key: string }>('/api/log');
    const place = kept('AGENCY').split(' ');
    await run('log', 'trust', log.key, '--reason', 'Witnessed by the agency (sample).', ...place);
    const sourceOf = (view: DossierView) =>
      view.evidence.find(({ type }) => type === 'CertificationOfOrigin')?.verdict?.signedAt.source;
    assert.equal(sourceOf(await dossier(officer(), number)), 'first-receipt');
    assert.match((await refile('1')).out, /accepted by the agency's rules/);
    const other = (await entries(officer())).find((entry) => entry.entryNumber !== number)?.entryNumber ?? '';
    assert.equal(sourceOf(await dossier(officer(), other)), 'log');
  });

  it('an agency that was killed gets the filing from the outbox when it is back, and decides it once', async () => {
    await agencyNode().kill();
    const second = await refile('2');
    assert.match(second.out, /not yet: the agency node is down/);
    // The sender dies as well, with the filing still in its outbox.
    await tradeNode().kill();
    await tradeNode().start();
    await agencyNode().start();
    const entry = await until(async () => {
      const items = await entries(broker());
      return items.length === 3 && items.every(({ state }) => state !== 'filed') ? items[0] : undefined;
    }, 'the last filing decided');
    assert.equal(entry.state, 'accepted');
    assert.equal((await dossier(officer(), entry.entryNumber)).decisions.length, 1);
    assert.equal((await entries(officer())).length, 3);
  });

  it('filing the same shipment again is refused by its number, not filed twice', async () => {
    const ran = await runPortolan([
      'file',
      './again-2',
      '--node',
      broker().url,
      '--token',
      kept('BROKER_TOKEN'),
      '--answer',
      bond,
      '--answer',
      override,
      '--answer',
      '/lines/0/relatedParties=false',
    ]);
    assert.notEqual(ran.exitCode, 0);
    assert.match(ran.error + ran.out, /USMCA_DUPLICATE_CLAIM/);
    assert.equal((await entries(officer())).length, 3);
  });

  /** The same shipment under other numbers, signed and filed. */
  async function refile(suffix: string): Promise<Ran> {
    const [papers, shipment] = [`./papers-${suffix}`, `./again-${suffix}`];
    for (const place of [papers, shipment]) await mkdir(place, { recursive: true });
    const signers: Readonly<Record<string, string>> = {
      'commercial-invoice': 'GROWER_TOKEN',
      'certification-of-origin': 'GROWER_TOKEN',
      'bill-of-lading': 'CARRIER_TOKEN',
    };
    const renumbered = async (file: string) =>
      (await readFile(file, 'utf8')).replace(
        /"(VV-2026-0610|VV-USMCA-2026-0610|VV-PL-0610|PO-26-0601|ZZZZ26061201)"/g,
        `"$1${suffix}"`,
      );
    for (const [name, token] of Object.entries(signers)) {
      await writeFile(`${papers}/${name}.json`, await renumbered(`papers/${name}.json`));
      await run(
        'issue',
        `${papers}/${name}.json`,
        '--save',
        `${shipment}/${name}.vc.json`,
        '--node',
        broker().url,
        '--token',
        kept(token),
      );
    }
    for (const name of ['purchase-order', 'packing-list'])
      await writeFile(`${shipment}/${name}.json`, await renumbered(`shipment/${name}.json`));
    for (const name of ['identity-grower', 'power-of-attorney'])
      await writeFile(`${shipment}/${name}.vc.json`, await readFile(`shipment/${name}.vc.json`));
    return run('file', shipment, '--answer', bond, '--node', broker().url, '--token', kept('BROKER_TOKEN'));
  }
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** Looks again until something is so; the message it waits for comes from another process. */
async function until<T>(read: () => Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`in vain: ${what}`);
}
