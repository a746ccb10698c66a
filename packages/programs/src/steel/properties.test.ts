import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CertifiedItem } from '@portolan/documents';
import fc from 'fast-check';
import { kg } from '../usmca-cafta/stories/parties.ts';
import { certificate, HEAT } from './stories/documents.ts';
import { papers, steelStory } from './stories/sequence.ts';
import type { StoryPaper } from './stories/story.ts';
import { evaluateEvidence, evidenceOfPaper } from './testing/replay-story.ts';
import { heatLot } from './trace/lots.ts';

const [item] = certificate.items as [CertifiedItem];
/** What the certificate takes of the heat, and what is left of it: 100,000 poured less 4,000, less 20,400. */
const LEFT = 75_600;

it('a heat is oversold exactly when others took more than is left, in however many parts they did', async () => {
  const evidence = await Promise.all(papers.map(evidenceOfPaper));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 6 }), (masses) => {
      const commitments = masses.map((mass) => ({ of: heatLot(HEAT), mass: kg(String(mass)) }));
      const { reasons } = evaluateEvidence({ ...steelStory, commitments }, evidence);
      const over = masses.reduce((sum, mass) => sum + mass, 0) > LEFT;
      assert.deepEqual(reasons, over ? ['STEEL_HEAT_OVERSOLD'] : []);
    }),
    { numRuns: 25 },
  );
});

it('evidence withheld never improves an outcome', async () => {
  const evidence = await Promise.all(papers.map(evidenceOfPaper));
  const needed = new Set(['MillTestReport', 'Heat', 'SteelImportLicense']);
  for (const type of needed) {
    const { outcome } = evaluateEvidence(
      steelStory,
      evidence.filter((one) => one.type !== type),
    );
    assert.notEqual(outcome, 'accept', type);
  }
});

it('any single figure that is altered after signing breaks the certificate', async () => {
  const paper = papers.find(({ name }) => name === 'MillTestReport') as StoryPaper;
  const pointers = [
    ...item.chemistry.map((_, index) => `/items/0/chemistry/${index}/percent`),
    '/items/0/weight/value',
    '/items/0/tests/1/yield/value',
    '/items/0/stages/0/country',
    '/items/0/heat/number',
    '/standards/0/edition',
  ];
  for (const pointer of pointers) {
    const value = pointer.endsWith('country') ? 'US' : '99';
    const altered = await evidenceOfPaper({ ...paper, altered: { pointer, value } });
    const integrity = altered.verdict?.fragments.find(({ name }) => name === 'integrity');
    assert.equal(integrity?.outcome, 'failed', pointer);
  }
});
