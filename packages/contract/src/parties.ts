import { StandingSchema } from '@portolan/parties';
import { type Static, Type } from 'typebox';
import {
  AcknowledgedSchema,
  DateSchema,
  DidSchema,
  DigestParamsSchema,
  DigestSchema,
  EntryParamsSchema,
  HeldStateSchema,
  InstantSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
  PointerSchema,
} from './common.ts';
import { route } from './route.ts';

const Loose = Type.Record(Type.String(), Type.Unknown());
const RoleSchema = Type.String({ pattern: '^[a-z][a-z-]{1,40}$' });
const Standing = Type.Unsafe<Static<typeof StandingSchema>>(StandingSchema);
const DidParams = Type.Object({ did: DidSchema });

/** An attestation in a list: who says what about whom. */
export const AttestationViewSchema = Type.Object({
  digest: DigestSchema,
  type: Type.String(),
  kind: Type.Optional(Type.String()),
  issuer: DidSchema,
  issuerName: Type.String(),
  subject: DidSchema,
  subjectName: Type.String(),
  signedAt: InstantSchema,
  until: Type.Optional(DateSchema),
  isPublic: Type.Boolean(),
  state: HeldStateSchema,
});
export type AttestationView = Static<typeof AttestationViewSchema>;

export const listAttestations = route({
  method: 'GET',
  url: '/api/attestations',
  summary: 'Attestations that the own organization holds; with subject, those about one party',
  access: 'member',
  query: Type.Object({
    ...PageQuerySchema.properties,
    subject: Type.Optional(DidSchema),
    /** Only those that this attester signed. */
    issuer: Type.Optional(DidSchema),
    /** Only attestations of this type. */
    type: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  response: PageOf(AttestationViewSchema),
});
export const takeAttestations = route({
  method: 'POST',
  url: '/api/attestations',
  summary: 'Take in attestations that were handed over as credentials',
  access: 'member',
  body: Type.Object({
    credentials: Type.Array(Loose, { minItems: 1, maxItems: 200 }),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({ items: Type.Array(AttestationViewSchema) }),
  status: 201,
});

const AttestationDraft = Type.Object({
  type: Type.String({ maxLength: 60 }),
  document: Loose,
  validUntil: Type.Optional(DateSchema),
});
export const issueAttestations = route({
  method: 'POST',
  url: '/api/attestations/issue',
  summary: 'Sign attestations, one or many at once, and send each to its subject and to whom else is named',
  access: 'member',
  body: Type.Object({
    attestations: Type.Array(AttestationDraft, { minItems: 1, maxItems: 200 }),
    /** Parties that get a copy beside the subject: an agency, a trading partner. */
    copyTo: Type.Optional(Type.Array(DidSchema, { maxItems: 10 })),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        row: Type.Integer({ description: 'Place in the request, from 0' }),
        digest: Type.Optional(DigestSchema),
        refusals: Type.Array(
          Type.Object({
            code: Type.String(),
            path: PointerSchema,
            message: Type.String(),
            mend: Type.String(),
          }),
        ),
      }),
    ),
  }),
  status: 201,
});
export const sendAttestations = route({
  method: 'POST',
  url: '/api/attestations/send',
  summary: 'Send attestations that the own organization holds to another party',
  access: 'member',
  body: Type.Object({
    digests: Type.Array(DigestSchema, { minItems: 1, maxItems: 200 }),
    to: DidSchema,
    storyAt: Type.Optional(InstantSchema),
  }),
  response: Type.Object({ sent: Type.Integer() }),
  status: 202,
});
export const publishAttestation = route({
  method: 'POST',
  url: '/api/attestations/:digest/public',
  summary: 'Show an attestation about the own organization in the public register, or take it out',
  access: 'member',
  params: DigestParamsSchema,
  body: Type.Object({ isPublic: Type.Boolean() }),
  response: AcknowledgedSchema,
});

const StandingQuery = Type.Object({
  role: Type.Optional(RoleSchema),
  asOf: Type.Optional(InstantSchema),
  /** Agency by whose policy and register it is asked. */
  agency: Type.Optional(DidSchema),
});
export const StandingAnswerSchema = Type.Object({ standing: Standing, digest: DigestSchema });
export type StandingAnswer = Static<typeof StandingAnswerSchema>;

export const getStanding = route({
  method: 'GET',
  url: '/api/standings/:did',
  summary: 'The standing of a party with every part of its reasoning',
  access: 'member',
  params: DidParams,
  query: StandingQuery,
  response: StandingAnswerSchema,
});
export const listStandings = route({
  method: 'GET',
  url: '/api/standings',
  summary: 'Standings of the parties that the own organization holds attestations about',
  access: 'member',
  query: Type.Object({ ...StandingQuery.properties, ...PageQuerySchema.properties }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        subject: DidSchema,
        name: Type.String(),
        level: Type.String(),
        barred: Type.Boolean(),
        counted: Type.Integer(),
        findings: Type.Integer(),
      }),
    ),
    next: Type.Optional(Type.String()),
    total: Type.Integer(),
  }),
});

/** All that a standing was computed from, for a second node. */
export const StandingBundleSchema = Type.Object({
  subject: DidSchema,
  role: RoleSchema,
  asOf: InstantSchema,
  policy: Loose,
  acts: Type.Array(Loose, { maxItems: 20_000 }),
  attestations: Type.Array(Loose, { maxItems: 20_000 }),
  standing: Type.Optional(Loose),
});
export const getStandingBundle = route({
  method: 'GET',
  url: '/api/standings/:did/bundle',
  summary: 'A standing with all it was computed from: whoever has it computes the same',
  access: 'member',
  params: DidParams,
  query: StandingQuery,
  response: StandingBundleSchema,
});
export const recomputeStanding = route({
  method: 'POST',
  url: '/api/standings/recompute',
  summary: 'Compute a standing again from a bundle, and compare',
  access: 'public',
  body: StandingBundleSchema,
  response: Type.Object({
    same: Type.Boolean(),
    stated: Type.Optional(DigestSchema),
    computed: DigestSchema,
    standing: Standing,
  }),
});
export const watchStandingRoute = route({
  method: 'POST',
  url: '/api/standings/:did/watch',
  summary: 'Be told when the standing of a party changes',
  access: 'member',
  params: DidParams,
  body: Type.Object({ role: Type.Optional(RoleSchema), agency: Type.Optional(DidSchema) }),
  response: StandingAnswerSchema,
});
export const listStandingNotices = route({
  method: 'GET',
  url: '/api/standing-notices',
  summary: 'Changes of standings that the own organization relies on, newest first',
  access: 'member',
  query: PageQuerySchema,
  response: Type.Object({
    items: Type.Array(Type.Object({ id: Type.String(), at: InstantSchema, change: Loose })),
  }),
});
export const issueStanding = route({
  method: 'POST',
  url: '/api/standings/:did/credential',
  summary: 'Sign the standing of a party as a credential that it can present anywhere',
  access: 'member',
  params: DidParams,
  body: Type.Object({
    ...StandingQuery.properties,
    /** `vc+sd-jwt` is bound to the party's key and lets it hide members; the house's own proof when left out. */
    form: Type.Optional(Type.Union([Type.Literal('data-integrity'), Type.Literal('vc+sd-jwt')])),
  }),
  response: Type.Object({
    digest: DigestSchema,
    credential: Type.Optional(Loose),
    token: Type.Optional(Type.String()),
  }),
  status: 201,
});
export const getEntryStandings = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/standings',
  summary: 'The standing of each party of an entry when it was filed',
  access: 'member',
  params: EntryParamsSchema,
  response: Type.Object({
    asOf: InstantSchema,
    items: Type.Array(
      Type.Object({
        role: RoleSchema,
        name: Type.String(),
        did: DidSchema,
        standing: Standing,
        digest: DigestSchema,
      }),
    ),
  }),
});

export const StandingPolicySchema = Type.Object({
  policy: Loose,
  digest: DigestSchema,
  publishedAt: InstantSchema,
  by: Type.String(),
  reason: Type.String(),
});
export const listPolicies = route({
  method: 'GET',
  url: '/api/policies',
  summary: 'Published policies by which standings are computed',
  access: 'public',
  response: Type.Object({ items: Type.Array(StandingPolicySchema) }),
});
export const publishPolicyRoute = route({
  method: 'POST',
  url: '/api/policies',
  summary: 'Publish a version of a policy; a published version never changes',
  access: 'agency',
  body: Type.Object({ policy: Loose, reason: NoteSchema }),
  response: StandingPolicySchema,
  status: 201,
});
export const simulatePolicyRoute = route({
  method: 'POST',
  url: '/api/policies/simulate',
  summary: 'What a policy would change: which standings, from what to what, and why',
  access: 'agency',
  body: Type.Object({ policy: Loose, role: Type.Optional(RoleSchema), asOf: Type.Optional(InstantSchema) }),
  response: Type.Object({
    compared: Type.Integer(),
    changes: Type.Array(Loose),
    levels: Type.Array(Type.Object({ level: Type.String(), before: Type.Integer(), after: Type.Integer() })),
  }),
});

export const listOversight = route({
  method: 'GET',
  url: '/api/oversight',
  summary:
    'Who is accredited and suspended by the agencies here, when and why; overrides that an agency published',
  access: 'public',
  response: Type.Object({ items: Type.Array(Loose) }),
});
export const listOwnOversight = route({
  method: 'GET',
  url: '/api/oversight/acts',
  summary: "All acts of the own agency's oversight; for others the acts about themselves",
  access: 'member',
  response: Type.Object({ items: Type.Array(Loose) }),
});
export const recordOversight = route({
  method: 'POST',
  url: '/api/oversight/acts',
  summary: 'Override a standing, lift an override or decide an appeal, with the reason',
  access: 'agency',
  body: Type.Object({
    act: Type.Union([Type.Literal('override'), Type.Literal('lift-override'), Type.Literal('decide-appeal')]),
    members: Loose,
    reason: NoteSchema,
  }),
  response: Type.Object({ act: Loose }),
  status: 201,
});
export const appealRoute = route({
  method: 'POST',
  url: '/api/oversight/appeals',
  summary: 'Ask an agency to look again at an act, or at the own standing',
  access: 'trade',
  body: Type.Object({
    against: Type.String({ maxLength: 200 }),
    reason: NoteSchema,
    agency: Type.Optional(DidSchema),
  }),
  response: Type.Object({ act: Loose }),
  status: 201,
});

export const RegisterPartySchema = Type.Object({
  did: DidSchema,
  name: Type.String(),
  identifiers: Type.Array(Type.Object({ scheme: Type.String(), value: Type.String() })),
  attestations: Type.Array(AttestationViewSchema),
});
export const searchRegister = route({
  method: 'GET',
  url: '/api/register',
  summary: 'Search what organizations made public about themselves, by name or identifier',
  access: 'public',
  query: PageQuerySchema,
  response: PageOf(RegisterPartySchema),
});
export const getRegisterParty = route({
  method: 'GET',
  url: '/api/register/:did',
  summary: 'What one organization made public about itself',
  access: 'public',
  params: DidParams,
  response: RegisterPartySchema,
});
