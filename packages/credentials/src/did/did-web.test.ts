import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didWebOf, didWebUrl } from './did-web.ts';

const urlOf = (did: string) => {
  const result = didWebUrl(did);
  return result.ok ? result.value : result.refusals[0]?.code;
};

/** The three examples of the did:web specification (W3C CCG), "Read (Resolve)". */
test('the examples of the specification', () => {
  assert.equal(urlOf('did:web:w3c-ccg.github.io'), 'https://w3c-ccg.github.io/.well-known/did.json');
  assert.equal(
    urlOf('did:web:w3c-ccg.github.io:user:alice'),
    'https://w3c-ccg.github.io/user/alice/did.json',
  );
  assert.equal(
    urlOf('did:web:example.com%3A3000:user:alice'),
    'https://example.com:3000/user/alice/did.json',
  );
});

test('an address and its did:web', () => {
  assert.equal(didWebOf('https://node.example'), 'did:web:node.example');
  assert.equal(didWebOf('https://localhost:8443/t/broker'), 'did:web:localhost%3A8443:t:broker');
  assert.equal(
    urlOf(didWebOf('https://localhost:8443/t/broker')),
    'https://localhost:8443/t/broker/did.json',
  );
  assert.throws(() => didWebOf('https://node.example/a%2Fb'), TypeError);
});

test('identifiers that could point elsewhere are refused', () => {
  const hostile = [
    'did:web:',
    'did:key:z6Mk',
    'did:web:user@example.com',
    'did:web:example.com/path',
    'did:web:example.com%2Fpath',
    'did:web:example.com:..:did',
    'did:web:example.com:%2e%2e',
    'did:web:example.com:a::b',
    'did:web:example.com%3A',
    'did:web:example.com%3A99999',
    'did:web:example.com%3A80%3A81',
    'did:web:example.com%3Aport',
    'did:web:127.0.0.1',
    'did:web:0x7f.1',
    'did:web:2130706433',
    'did:web:[::1]',
    'did:web:-bad.example',
    'did:web:example.com?query',
    'did:web:example.com#key',
  ];
  for (const did of hostile) assert.equal(urlOf(did), 'CRED_DID_MALFORMED', did);
});
