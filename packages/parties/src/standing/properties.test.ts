import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import type { Attestation } from '../attestation/attestation.ts';
import { EvidenceIndex } from '../attestation/source.ts';
import { attesterKinds } from '../schema/kind.ts';
import {
  AS_OF,
  accredit,
  acts,
  anchored,
  attestation,
  ownership,
  policy,
  SUBJECT,
  standingWith,
  typeOfKind,
} from '../testing/world.ts';
import { foldRegister } from '../trust/register.ts';
import { standingDigest, standingWithEvidence } from './evaluate.ts';
import type { Standing } from './standing.ts';

const levels = ['none', 'known', 'established', 'trusted'];
const rankOf = ({ level }: Standing) => levels.indexOf(level);

const parties = ['did:key:zP', 'did:key:zQ', 'did:key:zR', SUBJECT];
const anybody = fc.constantFrom(...parties, ...attesterKinds.map((kind) => `did:key:z-${kind}`));
const anything: fc.Arbitrary<Attestation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        kind: fc.constantFrom(...attesterKinds),
        by: fc.option(anybody, { nil: undefined }),
        about: fc.constantFrom(SUBJECT, SUBJECT, SUBJECT, ...parties),
        day: fc.integer({ min: 1, max: 28 }),
      })
      .map(({ by, day, ...rest }) =>
        attestation({
          ...rest,
          ...(by ? { by } : {}),
          signedAt: `2026-04-${String(day).padStart(2, '0')}T00:00:00Z`,
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(anybody, anybody, anybody).map(([about, owner, by]) => ownership(about, owner, by)),
  },
);
const evidence = fc.array(anything, { maxLength: 14 });

test('one more independent attestation never lowers a standing', () => {
  const newcomers = attesterKinds.map((kind) => accredit(`did:key:z-new-${kind}`, typeOfKind[kind]));
  fc.assert(
    fc.property(evidence, fc.constantFrom(...attesterKinds), (before, kind) => {
      const by = `did:key:z-new-${kind}`;
      // A trading partner that nobody accredits has somebody behind it.
      const backing = kind === 'trading-partner' ? anchored(by) : [];
      const after = [...before, ...backing, attestation({ kind, by })];
      const change = { acts: newcomers };
      assert.ok(rankOf(standingWith(after, change)) >= rankOf(standingWith(before, change)));
    }),
    { numRuns: 300 },
  );
});

test('a ring of sybils of any size adds nothing', () => {
  const ring = fc.integer({ min: 1, max: 40 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      chords: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }),
      kinds: fc.array(fc.constantFrom(...attesterKinds), { minLength: size, maxLength: size }),
    }),
  );
  fc.assert(
    fc.property(evidence, ring, (before, { size, chords, kinds }) => {
      const sybil = (index: number) => `did:key:zSybil${index % size}`;
      const members = Array.from({ length: size }, (_, index) => index);
      const added = [
        ...members.map((index) =>
          attestation({ kind: 'trading-partner', by: sybil(index), about: sybil(index + 1) }),
        ),
        ...chords.map(([a, b]) => attestation({ kind: 'trading-partner', by: sybil(a), about: sybil(b) })),
        ...members.map((index) => attestation({ kind: kinds[index] ?? 'bank', by: sybil(index) })),
        ...members.map((index) =>
          attestation({ kind: 'trading-partner', by: sybil(index), signedAt: '2026-05-02T00:00:00Z' }),
        ),
      ];
      const [without, with_] = [standingWith(before), standingWith([...before, ...added])];
      assert.equal(with_.level, without.level);
      assert.deepEqual(with_.levels, without.levels);
      const counted = (standing: Standing) =>
        standing.attestations.filter(({ outcome }) => outcome === 'counts').map(({ digest }) => digest);
      assert.deepEqual(counted(with_), counted(without));
    }),
    { numRuns: 150 },
  );
});

test('attesters of one owner, however many and of whatever kinds, add one at most', () => {
  const newcomer = (kind: string) => `did:key:z-owned-${kind}`;
  const newcomers = attesterKinds.map((kind) => accredit(newcomer(kind), typeOfKind[kind]));
  const quorumOf = ({ levels: asked }: Standing) =>
    asked.map(({ parts }) => Number(parts.find(({ asks }) => asks === 'quorum')?.have ?? 0));
  fc.assert(
    fc.property(evidence, fc.shuffledSubarray([...attesterKinds], { minLength: 1 }), (before, kinds) => {
      const owned = kinds.flatMap((kind) => [
        attestation({ kind, by: newcomer(kind) }),
        ownership(newcomer(kind), 'did:key:z-one-owner'),
      ]);
      const change = { acts: newcomers };
      const without = quorumOf(standingWith(before, change));
      const with_ = quorumOf(standingWith([...before, ...owned], change));
      assert.ok(with_.every((have, level) => have <= (without[level] ?? 0) + 1));
    }),
    { numRuns: 150 },
  );
});

test('whoever computes it from what was consulted, in any order, gets the same bytes', () => {
  fc.assert(
    fc.property(
      evidence.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      fc.shuffledSubarray([...acts], { minLength: acts.length }),
      ([given, shuffled], shuffledActs) => {
        const question = { subject: SUBJECT, role: 'importer', asOf: AS_OF, policy, crypto: nodeCrypto };
        const first = standingWithEvidence({
          ...question,
          register: foldRegister(acts, AS_OF, nodeCrypto),
          source: new EvidenceIndex(given),
        });
        const register = foldRegister(shuffledActs, AS_OF, nodeCrypto);
        for (const others of [shuffled, [...shuffled, ...shuffled], first.consulted.toReversed()]) {
          const again = standingWithEvidence({ ...question, register, source: new EvidenceIndex(others) });
          assert.equal(
            canonicalize(again.standing as unknown as JsonValue),
            canonicalize(first.standing as unknown as JsonValue),
          );
          assert.equal(
            standingDigest(nodeCrypto, again.standing),
            standingDigest(nodeCrypto, first.standing),
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});
