import { type Static, Type } from 'typebox';
import { AcknowledgedSchema, DidSchema } from './common.ts';
import { route } from './route.ts';

export const MemberRoleSchema = Type.Enum(['officer', 'lead', 'filer', 'signer', 'viewer']);

export const SessionSchema = Type.Object({
  member: Type.Object({ id: Type.String(), name: Type.String(), role: MemberRoleSchema }),
  tenant: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    kind: Type.Union([Type.Literal('agency'), Type.Literal('trade')]),
    roles: Type.Array(Type.String()),
    did: DidSchema,
    sample: Type.Boolean(),
    filerCode: Type.Optional(Type.String()),
  }),
  /** Which first page is shown. */
  face: Type.Union([
    Type.Literal('officer'),
    Type.Literal('lead'),
    Type.Literal('filer'),
    Type.Literal('producer'),
  ]),
  node: Type.Object({ origin: Type.String(), sample: Type.Boolean(), version: Type.String() }),
});
export type Session = Static<typeof SessionSchema>;

export const SampleMemberSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: MemberRoleSchema,
  tenant: Type.Object({ slug: Type.String(), name: Type.String(), roles: Type.Array(Type.String()) }),
});
export type SampleMemberView = Static<typeof SampleMemberSchema>;

export const getSession = route({
  method: 'GET',
  url: '/api/session',
  summary: 'Who is signed in',
  access: 'public',
  response: Type.Union([SessionSchema, Type.Null()]),
});

export const signIn = route({
  method: 'POST',
  url: '/api/session',
  summary: 'Sign in as a sample member (this machine only) or with an access key',
  access: 'public',
  body: Type.Object({
    member: Type.Optional(Type.String({ maxLength: 80 })),
    accessKey: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  response: SessionSchema,
});

export const signOut = route({
  method: 'DELETE',
  url: '/api/session',
  summary: 'Sign out',
  access: 'public',
  response: AcknowledgedSchema,
});

export const listSampleMembers = route({
  method: 'GET',
  url: '/api/session/members',
  summary: 'Members of the sample community who can be tried on this machine; empty elsewhere',
  access: 'public',
  response: Type.Object({ items: Type.Array(SampleMemberSchema) }),
});
