import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '@portolan/documents';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import fc from 'fast-check';
import type { Dossier } from '../dossier.ts';
import type { Evaluation } from '../evaluation.ts';
import { dossierWith, edit, evaluated, fragment, resign } from '../testing/case.ts';
import { dossierOf, draft, evaluateDossier, readExample } from '../testing/example.ts';
import { exampleFolders } from './stories/stories.ts';

const RANK: Record<Evaluation['outcome'], number> = { accept: 0, refer: 1, refuse: 2 };

const bytes = (evaluation: Evaluation) => canonicalize(evaluation as unknown as JsonValue);

/** Dossiers of every outcome: as filed well, as referred, as refused. */
const dossiers: readonly [string, Dossier][] = [
  ['kept rules', dossierWith({})],
  [
    'stale status',
    dossierWith({
      evidence: resign('CertificationOfOrigin', { fragments: [fragment('status', 'undetermined')] }),
    }),
  ],
  [
    'revoked',
    dossierWith({
      evidence: resign('CertificationOfOrigin', {
        fragments: [fragment('status', 'failed', 'CRED_REVOKED')],
      }),
    }),
  ],
  [
    'uncontrolled transit',
    dossierWith({
      evidence: edit('BillOfLading', (document) => ({
        ...document,
        inTransit: [{ country: 'PA', customsControl: false }],
      })),
    }),
  ],
  [
    'Peruvian goods',
    dossierWith({
      evidence: edit('CommercialInvoice', (document) => ({
        ...document,
        lines: document.lines.map((line) => ({ ...line, originCountry: 'PE' })),
      })),
    }),
  ],
];

describe('evaluation', () => {
  for (const [name, dossier] of dossiers) {
    it(`gives the same bytes for evidence in any order: ${name}`, () => {
      const expected = bytes(evaluated(dossier));
      const orders = fc.shuffledSubarray(dossier.evidence, { minLength: dossier.evidence.length });
      fc.assert(
        fc.property(orders, (evidence) => bytes(evaluated({ ...dossier, evidence })) === expected),
        { numRuns: 30 },
      );
    });

    it(`never comes out better for evidence withheld: ${name}`, () => {
      const whole = RANK[evaluated(dossier).outcome];
      const kept = fc.subarray(dossier.evidence, { maxLength: dossier.evidence.length - 1 });
      fc.assert(
        fc.property(
          kept,
          (evidence: Evidence[]) => RANK[evaluated({ ...dossier, evidence }).outcome] >= whole,
        ),
        { numRuns: 60 },
      );
    });
  }

  for (const { folder } of exampleFolders)
    it(`gives the same bytes again, and for evidence in another order: ${folder}`, async () => {
      const { evidence, filing } = await readExample(folder);
      const dossier = dossierOf(evidence, filing, draft(evidence, filing));
      const turned = evidence.toReversed();
      const again = dossierOf(turned, filing, draft(turned, filing));
      assert.equal(bytes(evaluateDossier(again)), bytes(evaluateDossier(dossier)));
      assert.equal(
        canonicalize(again.entry as unknown as JsonValue),
        canonicalize(dossier.entry as unknown as JsonValue),
      );
    });

  it('reads no clock: the evaluation of a dossier depends on its arguments alone', () => {
    const dossier = dossierWith({});
    const now = Date.now;
    try {
      Date.now = () => {
        throw new Error('the clock was read');
      };
      assert.equal(evaluated(dossier).outcome, 'accept');
    } finally {
      Date.now = now;
    }
  });

  it('is JSON that survives a round trip', () => {
    const evaluation = evaluated(dossierWith({}));
    assert.deepEqual(JSON.parse(JSON.stringify(evaluation)), evaluation);
  });
});
