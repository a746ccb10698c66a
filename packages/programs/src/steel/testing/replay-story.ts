import { type Evidence, findDrift, linkDocuments } from '@portolan/documents';
import { assembleEntry } from '@portolan/filing';
import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { CasePage } from '../../case-page.ts';
import type { Dossier } from '../../dossier.ts';
import type { Evaluation } from '../../evaluation.ts';
import { noObservations, type Observations } from '../../observations.ts';
import { sampleTenant } from '../../sample-community.ts';
import { signedPaper } from '../../testing/signed-paper.ts';
import { steelReference } from '../facts/tables.ts';
import { ruleVersions } from '../rule-versions.ts';
import { casePage } from '../show/case-page.ts';
import { sampleSlug, steelParty } from '../stories/parties.ts';
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

export function evidenceOfPaper({ by, ...paper }: StoryPaper): Promise<Evidence> {
  return signedPaper({ ...paper, ...(by === undefined ? {} : { by: sampleSlug(by) }) });
}
