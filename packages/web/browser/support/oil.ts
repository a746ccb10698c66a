import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Draft } from '@portolan/contract';
import { sampleTenant } from '@portolan/programs';
import type { Client, TestNode } from '@portolan/server/testing';
import { openLists } from './community.ts';
import { exampleFiles } from './filing.ts';

export const LINE = 'urn:sample:borealis:line-1';
export const owners = ['aurora', 'coulee', 'prairie'] as const;
export type Owner = (typeof owners)[number];

/** Documents that one sending takes. */
const AT_ONCE = 60;

/** Papers of May: the broker who files for three owners takes all of them, and each owner is sent its own. */
export async function takeMay(node: TestNode): Promise<void> {
  for (const signer of ['facility', 'pipeline', ...owners]) {
    const { did, name } = await openLists(
      node,
      `oil-${signer}-signer`.replace('pipeline-signer', 'pipeline-scheduler'),
    );
    if (signer === 'facility') await accredit(node, did, name);
  }
  const filer = await node.as('broker-filer');
  for (const owner of owners) {
    const digests = await take(filer, owner);
    for (let sent = 0; sent < digests.length; sent += AT_ONCE) {
      const body = { digests: digests.slice(sent, sent + AT_ONCE), to: sampleTenant(`oil-${owner}`).did };
      const answer = await filer.post('/api/sendings', body);
      assert.equal(answer.status, 202, answer.codes.join());
    }
  }
  await node.areas.trade.settled();
}

async function accredit(node: TestNode, did: string, name: string): Promise<void> {
  const lead = await node.as('agency-lead');
  const entry = {
    did,
    name,
    credentialType: 'CertificationOfOrigin',
    from: '2026-01-01',
    reason: 'Registered.',
  };
  assert.equal((await lead.post('/api/trust', entry)).status, 201);
}

/** Drops the files of an owner as a person would, and names what was kept of them; the draft that they make is not needed. */
async function take(filer: Client, owner: Owner): Promise<string[]> {
  const form = new FormData();
  const papers = exampleFiles(`oil-may-${owner}`).filter((path) => path.endsWith('.vc.json'));
  for (const path of papers) form.append('files', new Blob([await readFile(path)]), basename(path));
  const answer = await filer.post<Draft>('/api/drafts', form, { 'idempotency-key': `may-${owner}` });
  assert.equal(answer.status, 201, answer.codes.join());
  return answer.body.evidence.map(({ digest }) => digest);
}
