import { type JsonObject, ok, parseInstant, type Result, refused } from '@portolan/kernel';
import {
  type Attestation,
  checkPolicy,
  OversightActSchema,
  partiesCatalogue,
  type StandingBundle,
} from '@portolan/parties';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Text = Type.String({ maxLength: 4000 });
const acts = Compile(Type.Array(OversightActSchema, { maxItems: 20_000 }));
const attestations = Compile(
  Type.Array(
    Type.Object({
      ...{
        digest: Text,
        type: Text,
        kind: Type.Optional(Text),
        issuer: Text,
        subject: Text,
        signedAt: Text,
        from: Text,
      },
      claimedAt: Type.Optional(Text),
      until: Type.Optional(Text),
      changes: Type.Array(
        Type.Object(
          { purpose: Text, from: Text, until: Type.Optional(Text) },
          { additionalProperties: false },
        ),
        { maxItems: 20 },
      ),
      faults: Type.Array(Text, { maxItems: 50 }),
      party: Type.Object({
        name: Text,
        country: Text,
        ...{ city: Type.Optional(Text), street: Type.Optional(Text), region: Type.Optional(Text) },
        identifiers: Type.Array(Type.Object({ scheme: Text, value: Text }), { maxItems: 100 }),
      }),
      checks: Type.Array(Type.Object({ what: Text, how: Text, on: Text }), { maxItems: 10_000 }),
      facts: Type.Object({
        state: Text,
        controllers: Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 1000 }),
      }),
    }),
    { maxItems: 20_000 },
  ),
);

/** A bundle from a stranger, as far as computing needs it: shapes and sizes. Whether its parts are true is not asked here. */
export function checkBundle(bundle: JsonObject): Result<Omit<StandingBundle, 'standing'>> {
  const policy = checkPolicy(bundle.policy);
  if (!policy.ok) return policy;
  const asOf = parseInstant(bundle.asOf, '/asOf');
  if (!asOf.ok) return asOf;
  const { subject, role } = bundle;
  if (!acts.Check(bundle.acts) || !attestations.Check(bundle.attestations))
    return refused(
      partiesCatalogue.refuse('PARTY_TYPE_UNKNOWN', { path: '/attestations', params: { type: 'a bundle' } }),
    );
  return ok({
    ...{
      subject: String(subject),
      role: String(role),
      asOf: asOf.value,
      policy: policy.value,
      acts: bundle.acts,
    },
    attestations: bundle.attestations as unknown as readonly Attestation[],
  });
}
