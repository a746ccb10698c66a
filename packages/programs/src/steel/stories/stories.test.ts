import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { didKeyOf } from '@portolan/credentials';
import { checkDocument } from '@portolan/documents';
import { utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto } from '@portolan/kernel/node';
import { sampleKeyPrefix } from '../../sample-community.ts';
import { replayStory } from '../testing/replay-story.ts';
import { type SteelActor, sampleSlug, steelParty } from './parties.ts';
import { papers, steelStory, steps } from './sequence.ts';
import { steelStories } from './stories.ts';

const actors: readonly SteelActor[] = [
  'buyer',
  'mill',
  'broker',
  'licence-office',
  'carrier',
  'agency',
  'inspector',
  'billet-mill',
  'service-centre',
];

describe('stories of steel', () => {
  for (const story of steelStories)
    it(`${story.id}: ${story.title}`, async () => {
      const { findings, outcome, reasons } = await replayStory(story);
      const told = findings.map(({ code, message }) => `${code} ${message}`).join('\n');
      assert.deepEqual({ outcome, reasons: reasons.toSorted() }, story.expect, told);
    });

  it('the good one: section 232 on the whole value, by where the steel was melted', async () => {
    const { duty } = await replayStory(steelStory);
    assert.equal(duty?.totals.duty, '9000.00');
    assert.ok(duty?.lines[0]?.layers.some(({ applied, heading }) => applied && heading === '9903.82.02'));
  });

  it('the order of evidence changes no byte', async () => {
    for (const story of steelStories) {
      const forward = await replayStory(story);
      const backward = await replayStory(story, (evidence) => evidence.toReversed());
      assert.equal(JSON.stringify(backward), JSON.stringify(forward), story.id);
    }
  });

  it('run the sequence of 2023 in the order of time, and every paper that is presented was issued before', () => {
    assert.deepEqual(
      steps.map(({ at }) => at),
      steps.map(({ at }) => at).toSorted(),
    );
    const issued = new Set<string>(['CTPATCertificate']);
    for (const step of steps) {
      if (step.do === 'issue') issued.add(step.what);
      else for (const what of step.what) assert.ok(issued.has(what), what);
    }
    for (const { at, by, name } of papers)
      assert.ok(
        steps.some((step) => step.do === 'issue' && step.by === by && step.what === name && step.at === at),
        name,
      );
  });

  it('have papers that are well formed, and actors whose identifiers are those of their public keys', () => {
    for (const story of steelStories)
      for (const { content, name } of story.papers) {
        const checked = checkDocument(content.type, content.document);
        assert.deepEqual(checked.ok || checked.refusals, true, `${story.id} ${name}`);
      }
    for (const actor of actors) {
      const seed = nodeCrypto.sha256(utf8(`${sampleKeyPrefix}${sampleSlug(actor)}`));
      assert.equal(steelParty(actor).did, didKeyOf(ed25519FromSeed(seed).publicKey), actor);
      assert.match(steelParty(actor).name, /^Sample /);
    }
  });
});
