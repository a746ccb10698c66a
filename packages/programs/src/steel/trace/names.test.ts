import assert from 'node:assert/strict';
import { it } from 'node:test';
import { instant } from '@portolan/kernel';
import { certificate } from '../stories/documents.ts';
import { steelParty } from '../stories/parties.ts';
import { inNames } from './names.ts';
import type { Signed } from './signed.ts';

const mill = steelParty('mill');
const centre = steelParty('service-centre');

function signed(name: string, issuer: string): Signed {
  const digest = `sha256:${name.length.toString(16).padStart(64, '0')}`;
  const knownAt = instant('2026-06-03T20:00:00.000Z');
  const document = { ...certificate, manufacturer: { ...mill, name } };
  return { digest, held: digest, type: 'MillTestReport', document, issuer, knownAt };
}

it('a party in a sentence is called by the name that it gives itself, in any order of the documents', () => {
  const papers = [signed('A name others use', centre.did), signed('Own name', mill.did)];
  const sentence = `The title was with ${mill.did}, not with did:web:stranger.example. Ask ${mill.did}.`;
  const expected = 'The title was with Own name, not with did:web:stranger.example. Ask Own name.';
  assert.equal(inNames(sentence, papers), expected);
  assert.equal(inNames(sentence, papers.toReversed()), expected);
});

it('an identifier that only begins like a known one stays', () => {
  const papers = [signed('Own name', mill.did)];
  assert.equal(inNames(`${mill.did}:branch signed.`, papers), `${mill.did}:branch signed.`);
});
