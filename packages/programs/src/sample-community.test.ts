import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { didKeyOf } from '@portolan/credentials';
import { checkImporterNumber, checkScac, isFilerCode, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto } from '@portolan/kernel/node';
import { sampleCommunity, sampleKeyPrefix } from './sample-community.ts';
import { exampleFolders, stories } from './usmca-cafta/stories/stories.ts';

describe('sample community', () => {
  for (const { slug, did, name, identifiers, filerCode } of sampleCommunity)
    it(`${slug} is marked as sample and has the identifier of its public key`, () => {
      const seed = nodeCrypto.sha256(utf8(`${sampleKeyPrefix}${slug}`));
      assert.equal(did, didKeyOf(ed25519FromSeed(seed).publicKey));
      assert.match(name, /^Sample /);
      for (const { scheme, value } of identifiers) {
        if (scheme === 'importer-number') assert.ok(checkImporterNumber(value).ok);
        if (scheme === 'scac') assert.ok(checkScac(value).ok);
      }
      if (filerCode) assert.ok(isFilerCode(filerCode));
    });

  it('acts in stories whose steps are in the order of time and name files that exist', () => {
    for (const { steps, folder } of stories) {
      const files = new Set(
        exampleFolders.find((example) => example.folder === folder)?.files.map(({ file }) => file),
      );
      for (const step of steps) {
        if (step.do === 'issue') assert.ok(files.has(step.file), step.file);
        if (step.do === 'send' || step.do === 'draft')
          for (const file of step.files) assert.ok(files.has(file), file);
      }
      const later = steps.flatMap((step) =>
        'at' in step && step.do !== 'issue' && step.do !== 'send' ? [step.at] : [],
      );
      assert.deepEqual(later, later.toSorted());
    }
  });
});
