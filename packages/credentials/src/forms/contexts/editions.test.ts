import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { baseContextEditions } from './editions.ts';
import { pinnedContexts } from './pinned.ts';

test('the final edition has the digest that VC Data Model 2.0, appendix B.1, prescribes', () => {
  const [final] = baseContextEditions();
  assert.equal(
    createHash('sha256')
      .update(final as Uint8Array)
      .digest('hex'),
    '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  );
});

test('the edition of July 2024 has the digests that the public W3C data-model suite names', () => {
  const [, july] = baseContextEditions();
  const digest = (name: string, encoding: 'base64' | 'base64url') =>
    createHash(name)
      .update(july as Uint8Array)
      .digest(encoding);
  assert.equal(`u${digest('sha256', 'base64url')}`, 'uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k');
  assert.equal(
    `sha384-${digest('sha384', 'base64')}`,
    'sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg',
  );
});

test('the pinned base context says the same as the final edition', () => {
  const [final] = baseContextEditions();
  assert.deepEqual(
    pinnedContexts.get('https://www.w3.org/ns/credentials/v2'),
    JSON.parse(new TextDecoder().decode(final)),
  );
});
