import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sampleTenant } from '@portolan/programs';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

const shipment = fileURLToPath(new URL('../../../../examples/next-truck/', import.meta.url));
const at = '2026-06-01T10:00:00.000Z';
const party = (slug: 'importer' | 'broker' | 'carrier') => {
  const { name, did, address } = sampleTenant(slug);
  return { name, did, address };
};

describe('portolan authority', () => {
  let node: TestNode;
  let folder: string;
  before(async () => {
    node = await testNode({ sample: 'seats' });
    folder = await mkdtemp(join(tmpdir(), 'portolan-authority-'));
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });

  const env = { PORTOLAN_KEY_PASSPHRASE: 'a long enough passphrase' };
  const run = (...args: string[]) => runPortolan(['authority', ...args], { PORTOLAN_NODE: node.url, ...env });
  const file = async (name: string, document: object) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(document));
    return path;
  };
  const grant = async (name: string, type: string, as: string, document: object) => {
    const path = await file(name, document);
    const granted = await run('grant', path, '--type', type, '--at', at, '--as', as);
    assert.equal(granted.exitCode, 0, granted.error);
    await node.areas.trade.settled();
    return /sha256:[0-9a-f]{64}/.exec(granted.out)?.[0] ?? '';
  };
  /** A draft of the example, at the time of its story. */
  const draft = async () => {
    const form = new FormData();
    for (const name of await readdir(shipment))
      if (name !== 'expected.json' && name !== 'filing.json')
        form.append('files', new File([await readFile(`${shipment}${name}`)], name));
    form.append('storyAt', '2026-06-12T16:00:00.000Z');
    const broker = await node.as('broker-filer');
    const made = await broker.post<{ id: string }>('/api/drafts', form);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.id;
  };

  it('gives a power, passes it on within its limits, and takes it back', async () => {
    const power = await grant('power.json', 'PowerOfAttorney', 'importer-signer', {
      ...{ number: 'POA-1', grantor: party('importer'), grantee: party('broker') },
      ...{ powers: ['file-entry', 'sub-delegate'], limits: { ports: ['2604'] }, from: '2026-01-01' },
    });
    const onward = (ports: string) => [
      ...[
        'delegate',
        power,
        '--to',
        party('carrier').did,
        '--name',
        party('carrier').name,
        '--number',
        'SUB-1',
      ],
      ...['--country', 'MX', '--powers', 'file-entry', '--ports', ports, '--from', '2026-02-01', '--at', at],
      ...['--as', 'broker-signer'],
    ];
    const wide = await run(...onward('2604,2506'));
    assert.equal(wide.exitCode, 1);
    assert.match(wide.error, /PARTY_AUTHORITY_WIDENED/);
    const given = await run(...onward('2604'));
    assert.equal(given.exitCode, 0, given.error);
    await node.areas.trade.settled();
    assert.match(
      (await run('list', '--as', 'carrier')).out,
      /AuthorityDelegation +Sample .* file-entry .* held/,
    );
    const revoked = await run('revoke', power, '--reason', 'The contract ended.', '--as', 'importer-signer');
    assert.match(revoked.out, /drafts in progress included/);
    const late = await run(...onward('2604'));
    assert.match(late.error, /PARTY_AUTHORITY_REVOKED/);
  });

  it('a person makes a key, is attested, and signs a draft with it', async () => {
    const key = join(folder, 'me.key.json');
    const short = await runPortolan(['authority', 'key', '--save', key], {
      PORTOLAN_KEY_PASSPHRASE: 'short',
    });
    assert.equal(short.exitCode, 2);
    const made = await run('key', '--save', key, '--json');
    const { did } = made.json<{ did: string }>();
    const id = await draft();
    const sign = () => run('sign', id, '--key', key, '--name', 'Sample Signatory', '--as', 'broker');
    const early = await sign();
    assert.equal(early.exitCode, 5);
    assert.match(early.out, /PARTY_AUTHORITY_PERSON/);
    assert.doesNotMatch(early.out, /PARTY_SIGNATURE/);
    await grant('employed.json', 'EmploymentAffirmation', 'broker-signer', {
      ...{
        person: { name: 'Sample Signatory', did },
        organization: party('broker'),
        position: 'Entry writer',
      },
      ...{ powers: ['file-entry', 'claim-preference'], from: '2026-01-01' },
      checks: [{ what: 'authority', how: 'own-records', on: '2026-01-01' }],
    });
    const signed = await sign();
    assert.match(signed.out, /^Signed: Entry of type 01 for Sample Harbor Foods Inc\./);
    assert.doesNotMatch(signed.out, /PARTY_/);
    assert.match((await run('list', '--type', 'FilingSignature', '--as', 'broker')).out, /Sample Signatory/);
    const stolen = await runPortolan(
      ['authority', 'sign', id, '--key', key, '--name', 'Sample Thief', '--as', 'broker'],
      { PORTOLAN_NODE: node.url, PORTOLAN_KEY_PASSPHRASE: 'another long passphrase' },
    );
    assert.match(stolen.error, /NODE_KEY_NOT_OPENED/);
  });
});
