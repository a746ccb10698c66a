import { BASE_TYPE, CREDENTIALS_CONTEXT, issueCredential, PORTOLAN_CONTEXT, type Signer, signPresentation } from '@portolan/credentials';
import { digestJson, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { AuthorityCase } from '@portolan/parties';
import { type AuthorityStory, authorityStories, SAMPLE_DECLARED, type SampleGrant, sampleTenant } from '@portolan/programs';
import { signerOf } from './signer-of.ts';

const AT = instant('2026-06-12T14:30:00.000Z');

/** The cases of the stories about authority, and a credential in the hands of a thief. */
export async function authorityFiles(): Promise<[string, unknown][]> {
  const files = await Promise.all(authorityStories.map(storyFiles));
  return [...files.flat(), ...(await stolenFiles())];
}

async function storyFiles({ folder, title, use, grants, codes }: AuthorityStory): Promise<[string, unknown][]> {
  const credentials: AuthorityCase['credentials'] = [];
  const digests = new Map<string, string>();
  for (const grant of grants) {
    const parent = grant.passesOn && digests.get(grant.passesOn);
    const credential = await signGrant(grant, parent);
    if (grant.type === 'PowerOfAttorney') digests.set('power', digestJson(nodeCrypto, credential));
    const { signedAt, changes = [] } = grant;
    credentials.push({ credential, signedAt: instant(signedAt), ...(changes.length > 0 ? { changes: changes.map((one) => ({ ...one })) } : {}) });
  }
  const given = { use: { ...use }, declared: SAMPLE_DECLARED, credentials };
  return [
    [`legitimacy/${folder}/authority.json`, given],
    [`legitimacy/${folder}/expected.json`, { title, codes }],
  ];
}

/** A forger signs with its own key what names somebody else as its issuer. */
async function signGrant(grant: SampleGrant, parent: string | undefined): Promise<JsonObject> {
  const { by, inNameOf = by, type, document, signedAt } = grant;
  const issuer = signerOf(inNameOf).did;
  const signer: Signer = { ...signerOf(by), did: issuer };
  return sign(type, parent === undefined ? document : { ...document, parent }, signer, signedAt);
}

async function sign(type: string, document: JsonObject, signer: Signer, signedAt: string): Promise<JsonObject> {
  const unsigned = {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: `urn:portolan:sample:${type}:${signer.did.slice(-12)}`,
    type: [BASE_TYPE, type],
    issuer: signer.did,
    validFrom: signedAt,
    credentialSubject: document,
  };
  const created = { created: instant(signedAt) };
  return (await issueCredential(unsigned, signer, nodeCrypto, created)) as unknown as JsonObject;
}

/** The importer's identity, shown by the carrier with the carrier's own key for a challenge of the verifier. */
async function stolenFiles(): Promise<[string, unknown][]> {
  const { name, did, address, identifiers } = sampleTenant('importer');
  const organization = { name, did, address: { ...address }, identifiers: identifiers.map((one) => ({ ...one })) };
  const identity = await sign('OrganizationIdentity', { organization }, signerOf('agency'), '2026-05-04T15:00:00.000Z');
  const request = { challenge: 'sample-challenge-1', domain: 'https://customs.sample.example', created: AT };
  const shown = (by: string) => signPresentation([identity as never], signerOf(by), nodeCrypto, request);
  const expected = { title: 'A copied credential, shown by whoever copied it', codes: ['PARTY_HOLDER'] };
  return [
    ['legitimacy/stolen-credential/presentation.json', await shown('carrier')],
    ['legitimacy/stolen-credential/own-presentation.json', await shown('importer')],
    ['legitimacy/stolen-credential/expected.json', expected],
  ];
}
