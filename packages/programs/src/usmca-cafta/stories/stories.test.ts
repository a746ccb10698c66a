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

describe('examples', () => {
  for (const { folder, files, filing, expected, title, arithmetic } of exampleFolders)
    it(`${folder} is what make-examples writes from the story`, async () => {
      const example = await readExample(folder);
      assert.deepEqual(example.filing, filing);
      assert.deepEqual(example.expected, { title, ...expected, arithmetic });
      assert.deepEqual(
        example.evidence.map(({ fileName }) => fileName).sort(),
        files.map(({ file }) => file).sort(),
      );
      for (const { file, subject, ...how } of files) {
        const read = example.evidence.find(({ fileName }) => fileName === file);
        assert.equal(read?.type, subject.type);
        // UBL and CSV carry less of a party than the story knows; what is signed is carried whole.
        if (how.form === 'credential' && !how.altered) assert.deepEqual(read?.document, subject.document);
      }
    });
});

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

  it('the juice from Thai concentrate does not originate, were it claimed', async () => {
    const { evidence, filing } = await readExample('juice-vessel');
    const claimed = draft(evidence, filing, { '/lines/1/spi': 'P' });
    const { reasons, lines } = evaluateDossier(dossierOf(evidence, filing, claimed));
    assert.deepEqual(reasons.toSorted(), [
      'USMCA_CLAIM_UNSUPPORTED',
      'USMCA_ORIGIN_OUTSIDE',
      'USMCA_RULE_NOT_MET',
    ]);
    assert.equal(lines[0]?.claim?.state, 'supported');
    assert.equal(lines[1]?.claim?.state, 'failed');
  });

  it('the cucumbers of June are not entered at the rate of April', async () => {
    const { evidence, filing } = await readExample('nogales-truck');
    const typed = { '/lines/3/spi': null, '/lines/1/hts': '0707004090' };
    const { findings } = evaluateDossier(dossierOf(evidence, filing, draft(evidence, filing, typed)));
    const [finding] = findings;
    assert.equal(finding?.code, 'USMCA_DUTY_REFUSED');
    assert.equal(finding?.params?.tariff, 'TARIFF_OUT_OF_SEASON');
    assert.equal(finding?.path, '/lines/1/hts');
  });

  it('nobody files another value than the documents give', async () => {
    const { evidence, filing } = await readExample('nogales-truck');
    const dossier = dossierOf(evidence, filing, draft(evidence, filing, { '/lines/3/spi': null }));
    const [first, ...others] = dossier.entry.lines;
    assert.ok(first);
    const entry = { ...dossier.entry, lines: [{ ...first, enteredValue: '912' }, ...others] };
    const { findings } = evaluateDossier({ ...dossier, entry });
    assert.deepEqual(
      findings
        .filter(({ severity }) => severity === 'refuse')
        .map(({ code, path, params }) => [code, path, params?.derived]),
      [['USMCA_ENTRY_NOT_DERIVED', '/lines/0/enteredValue', '9120']],
    );
  });

  it('an entry keys nothing that a document says', async () => {
    const { evidence, filing } = await readExample('nogales-truck');
    const { provenance } = draft(evidence, filing).assembly;
    const typed = Object.entries(provenance).filter(([, one]) => one.class === 'typed');
    assert.deepEqual(
      typed.map(([pointer]) => pointer),
      ['/bond'],
    );
  });
});
