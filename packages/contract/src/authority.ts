import { type Refusal, RefusalSchema } from '@portolan/kernel';
import { AuthorityCaseSchema } from '@portolan/parties';
import { type Static, Type } from 'typebox';
import { DateSchema, DidSchema, DigestSchema, HeldStateSchema, InstantSchema } from './common.ts';
import { route } from './route.ts';

const Loose = Type.Record(Type.String(), Type.Unknown());
const Refusals = Type.Array(Type.Unsafe<Refusal>(RefusalSchema));

/** A power, delegation, officer or employee that the own organization holds or gave. */
export const AuthorityViewSchema = Type.Object({
  digest: DigestSchema,
  type: Type.String(),
  /** Grantor of a power, or the organization. */
  giver: Type.String(),
  giverName: Type.Optional(Type.String()),
  /** Grantee of a power, or the person. */
  holder: Type.String(),
  holderName: Type.Optional(Type.String()),
  /** The power that was passed on. */
  parent: Type.Optional(DigestSchema),
  powers: Type.Array(Type.String()),
  limits: Loose,
  /** What a person signed, in words. */
  statement: Type.Optional(Type.String()),
  from: DateSchema,
  until: Type.Optional(DateSchema),
  state: HeldStateSchema,
});
export type AuthorityView = Static<typeof AuthorityViewSchema>;

export const listAuthority = route({
  method: 'GET',
  url: '/api/authority',
  summary: 'Powers, delegations, officers and employees that the own organization holds or gave',
  access: 'member',
  query: Type.Object({
    /** Only this type; without it all but signatures of persons, of which there are many. */
    type: Type.Optional(Type.String({ maxLength: 60 })),
    cursor: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: Type.Object({ items: Type.Array(AuthorityViewSchema), next: Type.Optional(Type.String()) }),
});
export const takeAuthority = route({
  method: 'POST',
  url: '/api/authority',
  summary: 'Take in credentials about authority that were handed over',
  access: 'member',
  body: Type.Object({
    credentials: Type.Array(Loose, { minItems: 1, maxItems: 100 }),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({ items: Type.Array(AuthorityViewSchema) }),
  status: 201,
});
export const grantAuthority = route({
  method: 'POST',
  url: '/api/authority/grant',
  summary:
    'Sign a power of attorney, a delegation of one, or that somebody is officer or employee, and send it',
  access: 'member',
  body: Type.Object({
    type: Type.Union([
      Type.Literal('PowerOfAttorney'),
      Type.Literal('AuthorityDelegation'),
      Type.Literal('OfficerAffirmation'),
      Type.Literal('EmploymentAffirmation'),
    ]),
    document: Loose,
    validUntil: Type.Optional(DateSchema),
    /** Who gets a copy beside the holder: an agency. A delegation takes the powers it comes from along. */
    copyTo: Type.Optional(Type.Array(DidSchema, { maxItems: 10 })),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({ digest: DigestSchema, credential: Loose }),
  status: 201,
});
export const delegateAuthority = route({
  method: 'POST',
  url: '/api/authority/delegate',
  summary:
    'Pass a power on that the own organization holds, never more of it than it has, and send it with its chain',
  access: 'member',
  body: Type.Object({
    /** The power of attorney or delegation that is passed on. */
    parent: DigestSchema,
    to: Type.Object({
      did: DidSchema,
      name: Type.String({ minLength: 1, maxLength: 200 }),
      country: Type.String({ pattern: '^[A-Z]{2}$' }),
    }),
    number: Type.String({ minLength: 1, maxLength: 200 }),
    powers: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 20 }),
    limits: Type.Optional(Loose),
    from: DateSchema,
    until: Type.Optional(DateSchema),
    copyTo: Type.Optional(Type.Array(DidSchema, { maxItems: 10 })),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({ digest: DigestSchema, credential: Loose }),
  status: 201,
});
export const judgeAuthorityRoute = route({
  method: 'POST',
  url: '/api/authority/judge',
  summary: 'Judge an act by the credentials that are to show that it may be done',
  access: 'public',
  body: AuthorityCaseSchema,
  response: Type.Object({
    allowed: Type.Boolean(),
    refusals: Refusals,
    /** The powers it rests on, the principal's own first. */
    chain: Type.Array(
      Type.Object({
        ...{ number: Type.String(), grantor: Type.String(), grantee: Type.String() },
        ...{ powers: Type.Array(Type.String()), from: Type.String(), until: Type.Optional(Type.String()) },
      }),
    ),
  }),
});
export const judgePresentationRoute = route({
  method: 'POST',
  url: '/api/presentations/judge',
  summary:
    'Judge whether credentials are shown by whom they are about, by the challenge that the file itself names',
  access: 'public',
  body: Type.Object(
    {
      holder: Type.Optional(Type.String({ maxLength: 2048 })),
      verifiableCredential: Type.Array(Loose, { minItems: 1, maxItems: 20 }),
      proof: Type.Object({
        challenge: Type.String({ maxLength: 500 }),
        domain: Type.String({ maxLength: 500 }),
      }),
    },
    { additionalProperties: true },
  ),
  response: Type.Object({
    proven: Type.Boolean(),
    holder: Type.String(),
    challenge: Type.String(),
    domain: Type.String(),
    refusals: Refusals,
  }),
});
export const listStoppedDrafts = route({
  method: 'GET',
  url: '/api/authority/stopped-drafts',
  summary: 'Drafts in progress that can no longer be filed, since the power they rest on is gone',
  access: 'member',
  response: Type.Object({
    items: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), refusals: Refusals })),
  }),
});
