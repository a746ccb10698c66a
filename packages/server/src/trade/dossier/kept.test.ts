import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canonicalize, type JsonValue, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Dossier } from '@portolan/programs';
import { canonicalBytes, dossierBytes, dossierBytesBeside, readVerdict, verdictBytes } from './canonical.ts';
import { keptDossier, readDossier } from './kept.ts';

const verdict = { verified: true, digest: 'sha256:a', fragments: [{ name: 'integrity', outcome: 'passed' }] };
const entry = { entryNumber: 'XYZ-0000001-2', lines: [{ number: 1 }] };
const provenance = { '/entryNumber': { class: 'assigned', rule: 'é "own" series' } };
const dossier = {
  ...{ entry, provenance, links: [{ kind: 'order-invoice' }], drifts: [], filer: { did: 'did:key:broker' } },
  filedAt: '2026-06-12T16:00:00.000Z',
  evidence: [
    { digest: 'sha256:a', type: 'CommercialInvoice', document: { number: '7' }, class: 'signed', verdict },
    { digest: 'sha256:b', type: 'PackingList', document: { number: '8' }, class: 'imported' },
  ],
} as unknown as Dossier;
const envelope = utf8(canonicalize({ body: { entry, provenance }, kind: 'filing' } as unknown as JsonValue));

describe('a dossier as it is kept', () => {
  test('has the canonical bytes of every value, and its evidence by digest with the verdict', () => {
    const { bytes, digest } = dossierBytes(nodeCrypto, dossier);
    assert.equal(Buffer.from(bytes).toString(), canonicalize(keptDossier(dossier) as unknown as JsonValue));
    assert.equal(digest, canonicalBytes(nodeCrypto, keptDossier(dossier)).digest);
    assert.deepEqual(readDossier({ dossier: bytes, envelope: null }), keptDossier(dossier));
  });

  test('is whole again with the envelope that has its entry', () => {
    const { bytes } = dossierBytesBeside(nodeCrypto, dossier);
    assert.doesNotMatch(Buffer.from(bytes).toString(), /"entry"|"provenance"/);
    assert.deepEqual(readDossier({ dossier: bytes, envelope }), keptDossier(dossier));
    assert.throws(() => readDossier({ dossier: bytes, envelope: null }), /without its envelope/);
  });

  test('has the same bytes with verdicts that came from another thread', () => {
    const passed = readVerdict(Buffer.from(verdictBytes(dossier.evidence[0]?.verdict as never)));
    assert.deepEqual(passed, verdict);
    const [first, ...others] = dossier.evidence;
    const again = { ...dossier, evidence: [{ ...first, verdict: passed }, ...others] } as Dossier;
    assert.equal(dossierBytes(nodeCrypto, again).digest, dossierBytes(nodeCrypto, dossier).digest);
  });
});
