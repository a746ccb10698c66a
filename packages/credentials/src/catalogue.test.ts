import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentialsCatalogue } from './catalogue.ts';

test('every refusal says what is wrong and how to mend it, with no gap left open', () => {
  for (const [code, entry] of Object.entries(credentialsCatalogue.entries)) {
    assert.match(code, /^CRED_[A-Z_]+$/);
    assert.ok(entry.message.length > 10 && entry.mend.length > 10, code);
  }
});

test('the mend of an altered credential names whom to ask', () => {
  const refusal = credentialsCatalogue.refuse('CRED_SIGNATURE_INVALID', {
    params: { signer: 'did:key:zSample' },
  });
  assert.match(refusal.mend, /did:key:zSample/);
});
