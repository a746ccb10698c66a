import assert from 'node:assert/strict';
import { type Evidence, findDrift, linkDocuments } from '@portolan/documents';
import { assembleEntry } from '@portolan/filing';
import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { Dossier } from '../../dossier.ts';
import { noObservations } from '../../observations.ts';
import { sampleTenant } from '../../sample-community.ts';
import type { ExampleFolder } from '../../usmca-cafta/stories/file.ts';
import { orderReference } from '../facts/tables.ts';
import { orderToEntry } from '../program.ts';

/** Test support: dossiers of the papers of a story, and what the rules say of them. */

export const tariff = loadEmbeddedReference();
export const reference = orderReference(tariff, (facts) =>
  digestJson(nodeCrypto, facts as unknown as JsonValue),
);
const broker = sampleTenant('broker');

export function evidenceOf({ files }: ExampleFolder): Evidence[] {
  return files.map((file) => {
    const { type, document } = file.subject;
    const digest = digestJson(nodeCrypto, { type, document } as unknown as JsonValue);
    const base = { digest, type, document } as unknown as Evidence;
    return file.form === 'credential'
      ? { ...base, class: 'signed', issuer: sampleTenant(file.issuer).did }
      : { ...base, class: 'imported' };
  });
}

export function dossierOf(
  folder: ExampleFolder,
  evidence = evidenceOf(folder),
): { dossier: Dossier; typed: number } {
  const { storyAt, typed } = folder.filing;
  const { complete, asks, refusals, provenance } = assembleEntry(
    evidence,
    {
      filer: { code: broker.filerCode ?? '', name: broker.name, did: broker.did },
      typed: typed as Record<string, JsonValue>,
      at: storyAt,
      entryNumber: 'ZZ9-0000103-5',
    },
    tariff,
  );
  assert.ok(complete, JSON.stringify({ asks, refusals }, null, 1));
  const links = linkDocuments(evidence);
  return {
    dossier: {
      ...{ entry: complete, provenance, evidence, links, drifts: findDrift(evidence, links) },
      filer: { did: broker.did },
      filedAt: storyAt,
    },
    typed: Object.values(provenance).filter((one) => one.class === 'typed').length,
  };
}

export const at = (folder: ExampleFolder) => ({
  decisionAt: folder.filing.storyAt,
  knownAt: folder.filing.storyAt,
});
export const judge = (folder: ExampleFolder, dossier: Dossier) => {
  const rules = orderToEntry.ruleVersions.at(-1);
  assert.ok(rules);
  return rules.evaluate(dossier, noObservations(folder.filing.storyAt), reference, at(folder));
};
