import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument, type Evidence, findDrift, linkDocuments } from '@portolan/documents';
import { assembleEntry } from '@portolan/filing';
import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { Dossier } from '../../dossier.ts';
import { noObservations } from '../../observations.ts';
import { sampleTenant } from '../../sample-community.ts';
import { signedPaper } from '../../testing/signed-paper.ts';
import { oilReference } from '../facts/tables.ts';
import { ruleVersions } from '../rule-versions.ts';
import { casePage } from '../show/case-page.ts';
import { mayFilings } from './filings.ts';
import { mayPapers } from './may.ts';
import { holder, oilSlug } from './parties.ts';
import { propane } from './propane.ts';
import type { OilFiling, OilPaper } from './story.ts';
import { oilVariants } from './variants.ts';

const reference = oilReference(loadEmbeddedReference(), (facts) =>
  digestJson(nodeCrypto, facts as unknown as JsonValue),
);

const signed = new Map<OilPaper, Promise<Evidence>>();

function evidenceOf(paper: OilPaper): Promise<Evidence> {
  const { at, by, content, name } = paper;
  const known = signed.get(paper) ?? signedPaper({ name, content, at, ...(by ? { by: oilSlug(by) } : {}) });
  signed.set(paper, known);
  return known;
}

function dossierOf({ at, owner }: OilFiling, evidence: Evidence[]): Dossier {
  const { did, filerCode = '', name } = sampleTenant('broker');
  const links = linkDocuments(evidence);
  const lines = evidence.flatMap((item) =>
    item.type === 'CommercialInvoice' ? item.document.lines.map(({ lot, number }) => `${lot} ${number}`) : [],
  );
  const related = lines.map((_, index) => [`/lines/${index}/relatedParties`, false] as const);
  const assembly = assembleEntry(
    evidence,
    {
      filer: { code: filerCode, name, did },
      importer: holder(owner as 'aurora'),
      typed: { '/bond': { type: '8', surety: '999' }, ...Object.fromEntries(related) },
      at,
      entryNumber: 'ZZ9-0000103-5',
    },
    reference.tariff,
  );
  const { asks, complete, refusals } = assembly;
  if (!complete) throw new Error(`not complete: ${JSON.stringify({ asks, refusals })}`);
  return {
    ...{ entry: complete, provenance: assembly.provenance, evidence, links },
    ...{ drifts: findDrift(evidence, links), filer: { did }, filedAt: at },
  };
}

async function judge(
  filing: OilFiling,
  onRecord: readonly OilPaper[] = [],
  order = (all: Evidence[]) => all,
) {
  const evidence = order(await Promise.all(filing.papers.map(evidenceOf)));
  const held = await Promise.all(onRecord.map(evidenceOf));
  const newest = ruleVersions.at(-1);
  if (!newest) throw new Error('no rule version');
  const { at } = filing;
  const dossier = dossierOf(filing, evidence);
  const carried = new Set(evidence.map(({ digest }) => digest));
  const observations = {
    ...noObservations(at),
    onRecord: held.filter(({ digest }) => !carried.has(digest)),
  };
  const times = { decisionAt: at, knownAt: at };
  return { evaluation: newest.evaluate(dossier, observations, reference, times), dossier, times };
}

describe('stories of oil', () => {
  for (const filing of mayFilings)
    it(`May: what ${filing.owner} enters is accepted, with all that the agency holds`, async () => {
      const { evaluation } = await judge(filing, mayPapers);
      const told = evaluation.findings.map(({ code, message }) => `${code} ${message}`).join('\n');
      assert.deepEqual([evaluation.outcome, evaluation.reasons], ['accept', []], told);
    });

  it('Prairie sees neither of the sales before its own, and is told what only the agency can know', async () => {
    const [, , prairie] = mayFilings;
    assert.ok(prairie);
    const { evaluation } = await judge(prairie);
    assert.deepEqual(evaluation.reasons, ['OIL_TITLE_NOT_SHOWN']);
    assert.doesNotMatch(JSON.stringify(evaluation), /Aurora/);
  });

  for (const story of [...oilVariants, propane])
    it(`${story.id}: ${story.title}`, async () => {
      const { evaluation } = await judge(story);
      const { findings, outcome, reasons } = evaluation;
      const told = findings.map(({ code, message }) => `${code} ${message}`).join('\n');
      assert.deepEqual({ outcome, reasons: reasons.toSorted() }, story.expect, told);
    });

  it('the order of evidence changes no byte', async () => {
    for (const filing of [...mayFilings.slice(1, 2), ...oilVariants.slice(0, 4)]) {
      const forward = await judge(filing);
      const backward = await judge(filing, [], (all) => all.toReversed());
      assert.equal(JSON.stringify(backward.evaluation), JSON.stringify(forward.evaluation));
    }
  });

  it('show title at the meter by day, and what the oil is made of', async () => {
    const [first] = mayFilings;
    assert.ok(first);
    const { dossier, times } = await judge(first);
    const { tables } = casePage(dossier, reference, times);
    const made = tables.find(({ heading }) => heading === 'What it is made of');
    assert.match(JSON.stringify(made?.rows), /72% crude of CA; 28% diluent of unknown origin/);
    const days = tables.find(({ heading }) => heading === 'Title at the meter, day by day');
    // Eight days; on the fifth one stretch before the sale and one after it.
    assert.equal(days?.rows.length, 9);
  });

  it('have papers that are well formed', () => {
    for (const papers of [mayPapers, ...mayFilings, ...oilVariants, propane].map((one) =>
      'papers' in one ? one.papers : one,
    ))
      for (const { content, name } of papers) {
        const checked = checkDocument(content.type, content.document);
        assert.deepEqual(checked.ok || checked.refusals, true, name);
      }
  });
});
