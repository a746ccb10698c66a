import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  issueCredential,
  PORTOLAN_CONTEXT,
  verifyCredential,
} from '@portolan/credentials';
import { documentSchemaCheck, type Evidence, findDrift, linkDocuments } from '@portolan/documents';
import { assembleEntry } from '@portolan/filing';
import { digestJson, instant, type JsonObject, type JsonValue, pointerMembers, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { CasePage } from '../../case-page.ts';
import type { Dossier } from '../../dossier.ts';
import type { Evaluation } from '../../evaluation.ts';
import { noObservations, type Observations } from '../../observations.ts';
import { sampleKeyPrefix, sampleTenant } from '../../sample-community.ts';
import { steelReference } from '../facts/tables.ts';
import { ruleVersions } from '../rule-versions.ts';
import { casePage } from '../show/case-page.ts';
import { type SteelActor, sampleSlug, steelParty } from '../stories/parties.ts';
import type { SteelStory, StoryPaper } from '../stories/story.ts';

/** Test support: a story replayed with real keys: each paper signed, altered where the story says so, verified and judged. */

export const reference = steelReference(loadEmbeddedReference(), (facts) =>
  digestJson(nodeCrypto, facts as unknown as JsonValue),
);

export async function replayStory(
  story: SteelStory,
  order = (evidence: Evidence[]) => evidence,
): Promise<Evaluation> {
  const evidence = await Promise.all(story.papers.filter(({ told }) => !told).map(evidenceOfPaper));
  return evaluateEvidence(story, order(evidence));
}

export function evaluateEvidence({ at, commitments }: SteelStory, evidence: Evidence[]): Evaluation {
  const observations: Observations = {
    ...noObservations(at),
    ...(commitments ? { commitments: commitments.map((one) => ({ ...one })) } : {}),
  };
  const newest = ruleVersions.at(-1);
  if (!newest) throw new Error('no rule version');
  return newest.evaluate(dossierOf(evidence, at), observations, reference, { decisionAt: at, knownAt: at });
}

/** What the program shows about a story. */
export function pageOf({ at }: SteelStory, evidence: Evidence[]): CasePage {
  return casePage(dossierOf(evidence, at), reference, { decisionAt: at, knownAt: at });
}

function dossierOf(evidence: Evidence[], at: string): Dossier {
  const { did, filerCode = '', name } = sampleTenant('broker');
  const links = linkDocuments(evidence);
  const buyer = steelParty('buyer');
  const assembly = assembleEntry(
    evidence,
    {
      filer: { code: filerCode, name, did },
      importer: { name: buyer.name, did: buyer.did },
      typed: { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false },
      at,
      entryNumber: 'ZZ9-0000103-5',
    },
    reference.tariff,
  );
  const { asks, complete, refusals } = assembly;
  if (!complete) throw new Error(`not complete: ${JSON.stringify({ asks, refusals })}`);
  return {
    entry: complete,
    provenance: assembly.provenance,
    evidence,
    links,
    drifts: findDrift(evidence, links),
    filer: { did },
    filedAt: at,
  };
}

function signerOf(actor: SteelActor) {
  const { privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(`${sampleKeyPrefix}${sampleSlug(actor)}`)));
  const { did } = steelParty(actor);
  return {
    did,
    verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
    sign: (bytes: Uint8Array) => signEd25519(privateKey, bytes),
  };
}

export async function evidenceOfPaper({ altered, at, by, content, name }: StoryPaper): Promise<Evidence> {
  const { document, type } = content;
  const base = { type, document, fileName: name } as unknown as Evidence;
  if (by === undefined)
    return { ...base, class: 'imported', digest: digestJson(nodeCrypto, document as unknown as JsonValue) };
  const signer = signerOf(by);
  const known = instant(at);
  const signed = await issueCredential(
    {
      '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
      id: `urn:uuid:sample-${name.replace(/\W/g, '-')}`,
      type: [BASE_TYPE, type],
      issuer: signer.did,
      validFrom: known,
      credentialSubject: document as unknown as JsonObject,
    },
    signer,
    nodeCrypto,
    { created: known },
  );
  const credential = structuredClone(signed) as unknown as JsonObject & { credentialSubject: JsonObject };
  if (altered) put(credential.credentialSubject, altered.pointer, altered.value);
  const verdict = await verifyCredential(credential, {
    crypto: nodeCrypto,
    at: known,
    signedAt: { instant: known, source: 'log' },
    resolveDid: () => undefined,
    statusList: () => undefined,
    schema: documentSchemaCheck,
    accreditation: () => ({ state: 'not-required' }),
  });
  const said = { ...base, document: credential.credentialSubject } as unknown as Evidence;
  return {
    ...said,
    digest: verdict.digest,
    class: 'signed',
    issuer: verdict.issuer,
    signedAt: known,
    verdict,
  };
}

function put(target: JsonObject, pointer: string, value: string): void {
  const members = pointerMembers(pointer);
  const last = members.pop();
  const parent = members.reduce<JsonValue>((at, member) => (at as JsonObject)[member] as JsonValue, target);
  if (last === undefined) throw new Error('nothing to alter');
  (parent as Record<string, JsonValue>)[last] = value;
}
