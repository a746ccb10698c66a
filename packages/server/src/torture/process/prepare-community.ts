import { sampleTenant } from '@portolan/programs';
import { signInAs } from '../../testing/sign-in.ts';
import { type Paper, papersOf } from '../shipment/documents.ts';
import type { Slug } from '../shipment/signers.ts';

const seats: Partial<Record<Slug, string>> = {
  agency: 'agency-lead',
  importer: 'importer-signer',
  grower: 'grower-signer',
  carrier: 'carrier-signer',
};
const reason = 'A sample grower for a sample run.';

/**
 * What the sample community needs beside its seats before anybody files: the grower accredited as a signer of
 * certifications, and a status list of each signer, which its first credential opens.
 */
export async function prepareCommunity(url: string): Promise<void> {
  const { did, name } = sampleTenant('grower');
  const accreditation = { did, name, credentialType: 'CertificationOfOrigin', from: '2026-01-01', reason };
  await created(url, 'agency', '/api/trust', accreditation);
  const firsts = new Map(papersOf(1).map((paper) => [paper.issuer, paper]));
  for (const { issuer, subject } of firsts.values())
    await created(url, issuer, '/api/credentials/issue', { type: subject.type, document: subject.document });
}

async function created(url: string, slug: Paper['issuer'], path: string, body: unknown): Promise<void> {
  const client = await signInAs(url, seats[slug] ?? '');
  const answer = await client.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status} ${answer.codes.join(', ')}`);
}
