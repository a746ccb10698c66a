import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { evaluateEvidence, evidenceOfPaper, pageOf } from '../testing/replay-story.ts';
import { aluminumStory, aluminumVariant, copperStory } from './other-metals.ts';
import type { SteelStory } from './story.ts';

async function replayed(story: SteelStory) {
  const evidence = await Promise.all(story.papers.map(evidenceOfPaper));
  return { evaluation: evaluateEvidence(story, evidence), page: pageOf(story, evidence) };
}

const rowsOf = (page: ReturnType<typeof pageOf>, heading: string) =>
  page.tables.find((table) => table.heading === heading)?.rows ?? [];

describe('metals that are there by configuration alone', () => {
  it('aluminum: accepted, record 54 type 07, blocks 22 to 24, its own licence, section 232 by smelt and cast', async () => {
    const { evaluation, page } = await replayed(aluminumStory);
    assert.deepEqual(evaluation.reasons, [], JSON.stringify(evaluation.findings));
    const [row] = rowsOf(page, 'Form 7501 and record 54');
    assert.deepEqual(row?.slice(1), ['07 Aluminum smelt and cast', '22: CA, 24: MX', '5407Y  CAN    MX']);
    assert.match(rowsOf(page, 'Import licence')[0]?.join(' ') ?? '', /AIM.*covers number/);
    const layers = evaluation.duty?.lines[0]?.layers.filter(({ applied }) => applied) ?? [];
    assert.ok(
      layers.some(({ layer }) => layer.startsWith('section-232')),
      JSON.stringify(layers),
    );
  });

  it('copper: accepted, record 54 type 12, no licence asked', async () => {
    const { evaluation, page } = await replayed(copperStory);
    assert.deepEqual(evaluation.reasons, [], JSON.stringify(evaluation.findings));
    const [row] = rowsOf(page, 'Form 7501 and record 54');
    assert.equal(row?.[1], '12 Copper smelt and cast');
    assert.match(row?.[3] ?? '', /^5412CL/);
    assert.deepEqual(rowsOf(page, 'Import licence'), []);
  });

  it('refuses OTH for primary aluminum as it does for steel', async () => {
    const { evaluation } = await replayed(aluminumVariant);
    assert.deepEqual(evaluation.reasons, aluminumVariant.expect.reasons);
  });

  it('and no rule names a metal', () => {
    const rules = [
      'analysis',
      'changed',
      'entry',
      'heat',
      'licence',
      'melt',
      'reuse',
      'signature',
      'time',
      'trace',
    ];
    for (const name of rules) {
      const text = readFileSync(new URL(`../rules/${name}.ts`, import.meta.url), 'utf8');
      assert.doesNotMatch(
        text.replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''),
        /'(aluminum|copper|steel)'/,
        name,
      );
    }
  });
});
