import { type Refusal, RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { SigningTimeSchema } from '../proof/signing-time.ts';
import { DigestSchema, Words } from '../schema.ts';

export const fragmentNames = ['integrity', 'issuer', 'accreditation', 'status', 'dates', 'schema'] as const;
export const outcomes = ['passed', 'failed', 'undetermined', 'not-applicable'] as const;

/** Where the issuer's key is held: by the member itself, by a node on its behalf, or nobody here knows. */
export const custodies = ['member', 'node', 'unknown'] as const;
export type Custody = (typeof custodies)[number];

/** One question about a credential, its answer, and why. Refusals say how to mend a failed or undetermined one. */
export const FragmentSchema = Type.Object({
  name: Words(fragmentNames),
  outcome: Words(outcomes),
  reason: Type.String(),
  refusals: Type.Array(Type.Unsafe<Refusal>(RefusalSchema)),
});

/** All that can be said about a credential. `verified` only when every fragment passed or does not apply. */
export const VerdictSchema = Type.Object({
  verified: Type.Boolean(),
  digest: DigestSchema,
  /** Of what the issuer signed, where its holder shows a choice of it: the same for every choice. */
  original: Type.Optional(DigestSchema),
  /** How many members its holder does not show. */
  hidden: Type.Optional(Type.Integer({ minimum: 0 })),
  issuer: Type.String(),
  types: Type.Array(Type.String()),
  signedAt: SigningTimeSchema,
  custody: Words(custodies),
  fragments: Type.Array(FragmentSchema),
});

export type FragmentName = (typeof fragmentNames)[number];
export type Fragment = Static<typeof FragmentSchema>;
export type Verdict = Static<typeof VerdictSchema>;

/** The fragment of a verdict that answers one question. */
export function fragmentOf(verdict: Verdict, name: FragmentName): Fragment | undefined {
  return verdict.fragments.find((fragment) => fragment.name === name);
}

/** Every refusal of a verdict: what failed first, then what could not be determined. */
export function verdictRefusals({ fragments }: Verdict): Refusal[] {
  const of = (outcome: Fragment['outcome']) => fragments.filter((fragment) => fragment.outcome === outcome);
  return [...of('failed'), ...of('undetermined')].flatMap(({ refusals }) => refusals);
}
