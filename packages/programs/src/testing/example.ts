import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Trust, verifyCredential, verifyStatusList } from '@portolan/credentials';
import {
  type Drift,
  documentSchemaCheck,
  type Evidence,
  findDrift,
  type Link,
  linkDocuments,
  readFile,
} from '@portolan/documents';
import { type Assembly, assembleEntry } from '@portolan/filing';
import { digestJson, expectOk, instant, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { Dossier } from '../dossier.ts';
import type { Evaluation } from '../evaluation.ts';
import { noObservations, type Observations } from '../observations.ts';
import { sampleCommunity, sampleTenant } from '../sample-community.ts';
import { agreementReference } from '../usmca-cafta/facts/tables.ts';
import { evaluate } from '../usmca-cafta/rule-versions.ts';
import type { Expected, StoryFiling } from '../usmca-cafta/stories/file.ts';

/** Test support: an example folder read, verified and assembled the way a node does it, without one. */

const examples = new URL('../../../../examples/', import.meta.url);
const NOT_EVIDENCE = new Set(['filing.json', 'expected.json']);

export const reference = agreementReference(loadEmbeddedReference(), (facts) =>
  digestJson(nodeCrypto, facts as unknown as JsonValue),
);

export interface Example {
  readonly evidence: readonly Evidence[];
  readonly filing: StoryFiling;
  readonly expected: Expected & { readonly title: string };
}

export async function readExample(folder: string): Promise<Example> {
  const at = new URL(`${folder}/`, examples);
  const json = (name: string) => JSON.parse(readFileSync(new URL(name, at), 'utf8'));
  const filing: StoryFiling = json('filing.json');
  const trust = await sampleTrust(filing.storyAt);
  const names = readdirSync(fileURLToPath(at)).filter((name) => !NOT_EVIDENCE.has(name));
  const read = names.map((name) => readEvidence(name, readFileSync(new URL(name, at)), trust));
  return { evidence: (await Promise.all(read)).flat(), filing, expected: json('expected.json') };
}

async function readEvidence(name: string, bytes: Uint8Array, trust: Trust): Promise<Evidence[]> {
  const file = expectOk(readFile({ name, bytes }));
  const verdict = file.credential ? await verifyCredential(file.credential, trust) : undefined;
  return file.documents.map(({ type, document }) => {
    const base = { type, document, fileName: name } as unknown as Evidence;
    if (!verdict) return { ...base, digest: file.digest, class: 'imported' as const };
    const { digest, issuer, signedAt } = verdict;
    return { ...base, digest, class: 'signed' as const, issuer, signedAt: signedAt.instant, verdict };
  });
}

/** What a node with the sample community believes at an instant of a story. */
async function sampleTrust(storyAt: string): Promise<Trust> {
  const at = instant(storyAt);
  const signing = {
    signedAt: { instant: at, source: 'first-receipt' as const },
    resolveDid: () => undefined,
  };
  const agency = sampleTenant('agency').did;
  const lists = new Map<string, Awaited<ReturnType<typeof openList>>>();
  for (const { slug } of sampleCommunity)
    for (const purpose of ['revocation', 'suspension']) {
      const list = await openList(`${slug}.${purpose}.json`, signing);
      lists.set(list.url, list);
    }
  return {
    ...signing,
    crypto: nodeCrypto,
    at,
    statusList: (url) => lists.get(url),
    schema: documentSchemaCheck,
    accreditation: (did, type) => {
      if (type !== 'OrganizationIdentity') return { state: 'not-required' };
      return did === agency ? { state: 'accredited', by: 'the sample register' } : { state: 'unknown' };
    },
  };
}

async function openList(name: string, trust: Pick<Trust, 'signedAt' | 'resolveDid'>) {
  const list = JSON.parse(readFileSync(new URL(`status/${name}`, examples), 'utf8'));
  return expectOk(await verifyStatusList(list, list.id, { ...trust, crypto: nodeCrypto }));
}

export interface Drafted {
  readonly assembly: Assembly;
  readonly links: Link[];
  readonly drifts: Drift[];
}

export function draft(
  evidence: readonly Evidence[],
  { filer, importer, storyAt, typed }: StoryFiling,
  more: Readonly<Record<string, JsonValue>> = {},
): Drafted {
  const { name, did, filerCode = '' } = sampleTenant(filer);
  const links = linkDocuments(evidence);
  const assembly = assembleEntry(
    evidence,
    {
      filer: { code: filerCode, name, did },
      importer: { name: sampleTenant(importer).name, did: sampleTenant(importer).did },
      typed: { ...(typed as Record<string, JsonValue>), ...more },
      typedBy: 'broker-filer',
      at: storyAt,
      links,
    },
    reference.tariff,
  );
  return { assembly, links, drifts: findDrift(evidence, links) };
}

export function dossierOf(evidence: readonly Evidence[], filing: StoryFiling, drafted: Drafted): Dossier {
  const { complete, provenance, asks, refusals } = drafted.assembly;
  if (!complete) throw new Error(`not complete: ${JSON.stringify({ asks, refusals }, null, 1)}`);
  return {
    entry: complete,
    provenance,
    evidence: [...evidence],
    links: drafted.links,
    drifts: drafted.drifts,
    filer: { did: complete.filer.did },
    filedAt: filing.storyAt,
  };
}

export function evaluateDossier(
  dossier: Dossier,
  observations: Observations = noObservations(dossier.filedAt),
): Evaluation {
  return evaluate(dossier, observations, reference, {
    decisionAt: dossier.filedAt,
    knownAt: dossier.filedAt,
  });
}
