import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonValue } from '@portolan/kernel';
import { dossierOf, draft, evaluateDossier, readExample } from '../../testing/example.ts';
import type { ExpectedOutcome } from './file.ts';
import { exampleFolders } from './stories.ts';

function check(evaluation: ReturnType<typeof evaluateDossier>, expected: ExpectedOutcome): void {
  const { outcome, reasons, duty, withoutClaim } = evaluation;
  assert.deepEqual(
    { outcome, reasons: reasons.toSorted() },
    { outcome: expected.outcome, reasons: expected.reasons.toSorted() },
  );
  const part = ({ duty, fees, total }: NonNullable<typeof evaluation.duty>['totals']) => ({
    duty,
    fees,
    total,
  });
  if (expected.totals) assert.deepEqual(duty && part(duty.totals), expected.totals);
  if (expected.withoutClaim)
    assert.deepEqual(withoutClaim && part(withoutClaim.totals), expected.withoutClaim);
}

describe('stories', () => {
  for (const { folder } of exampleFolders)
    it(`${folder} comes to what its expected.json says`, async () => {
      const { evidence, filing, expected } = await readExample(folder);
      const drafted = draft(evidence, filing);
      check(evaluateDossier(dossierOf(evidence, filing, drafted)), expected.draft);
      if (!expected.filed) return;
      const mended = draft(evidence, filing, expected.fix as Record<string, JsonValue>);
      check(evaluateDossier(dossierOf(evidence, filing, mended)), expected.filed);
    });
});
