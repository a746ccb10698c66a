import assert from 'node:assert/strict';
import type { TestNode } from '@portolan/server/testing';

const SIGNERS = [
  'grower-signer',
  'juicer-signer',
  'carrier-signer',
  'importer-signer',
  'agency-lead',
] as const;
const ACCREDITED: readonly string[] = ['grower-signer', 'juicer-signer'];

interface SignedIn {
  tenant: { name: string; did: string };
}

/** A document about nothing: signing it opens the signer's status lists. */
function openingDocument(name: string): object {
  const party = { name, address: { country: 'US' } };
  const line = { number: '1', description: 'Sample', quantity: { value: '1', unit: 'KGM' } };
  return { number: 'OPENING-1', issueDate: '2026-01-02', shipper: party, consignee: party, lines: [line] };
}

/** Signs a document about nothing as a member, so that the status lists of its organization are published. */
export async function openLists(node: TestNode, member: string): Promise<SignedIn['tenant']> {
  const signer = await node.as(member);
  const { tenant } = (await signer.get<SignedIn>('/api/session')).body;
  const body = { type: 'PackingList', document: openingDocument(tenant.name) };
  assert.equal((await signer.post('/api/credentials/issue', body)).status, 201);
  return tenant;
}

/** Makes a community of seats alone fit for business: status lists published, growers and makers accredited. */
export async function openForBusiness(node: TestNode): Promise<void> {
  const lead = await node.as('agency-lead');
  for (const member of SIGNERS) {
    const { did, name } = await openLists(node, member);
    if (!ACCREDITED.includes(member)) continue;
    const entry = {
      did,
      name,
      credentialType: 'CertificationOfOrigin',
      from: '2026-01-01',
      reason: 'Registered.',
    };
    assert.equal((await lead.post('/api/trust', entry)).status, 201);
  }
}
