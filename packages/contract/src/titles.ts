import { type Refusal, RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import {
  DidSchema,
  DigestParamsSchema,
  DigestSchema,
  InstantSchema,
  PageOf,
  PageQuerySchema,
  PartyRefSchema,
} from './common.ts';
import { route } from './route.ts';

/** A negotiable bill of lading as a transferable record: one holder at a time, advanced by its home alone. */
export const TitleSchema = Type.Object({
  /** Digest of the signed bill. */
  title: DigestSchema,
  number: Type.String(),
  goods: Type.String(),
  home: PartyRefSchema,
  holder: PartyRefSchema,
  isHome: Type.Boolean(),
  isHolder: Type.Boolean(),
  seq: Type.Integer(),
  /** `undetermined` while an order of the own organization waits for the home's word. */
  state: Type.Union([Type.Literal('live'), Type.Literal('surrendered'), Type.Literal('undetermined')]),
  updatedAt: InstantSchema,
  steps: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      kind: Type.String({ description: 'issue, endorse or surrender' }),
      from: PartyRefSchema,
      to: PartyRefSchema,
      at: InstantSchema,
      /** Digest of the holder's signed order. */
      order: Type.Optional(DigestSchema),
    }),
  ),
  /** What the own organization ordered, newest first. */
  orders: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      kind: Type.String(),
      to: DidSchema,
      toName: Type.String(),
      by: Type.String(),
      at: InstantSchema,
      state: Type.Union([Type.Literal('waiting'), Type.Literal('taken'), Type.Literal('refused')]),
      problem: Type.Optional(Type.String()),
      refusals: Type.Array(Type.Unsafe<Refusal>(RefusalSchema)),
    }),
  ),
});
export type Title = Static<typeof TitleSchema>;

export const listTitles = route({
  method: 'GET',
  url: '/api/titles',
  summary: 'Titles that the own organization registered, holds or held',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(TitleSchema),
});
export const getTitle = route({
  method: 'GET',
  url: '/api/titles/:digest',
  summary: 'One title with its chain of endorsements',
  access: 'member',
  params: DigestParamsSchema,
  response: TitleSchema,
});
export const registerTitle = route({
  method: 'POST',
  url: '/api/titles',
  summary: 'Register a signed bill of lading to order as a title, with its first holder',
  access: 'trade',
  body: Type.Object({ digest: DigestSchema, holder: DidSchema, storyAt: Type.Optional(InstantSchema) }),
  response: TitleSchema,
  status: 201,
});
export const moveTitle = route({
  method: 'POST',
  url: '/api/titles/:digest/orders',
  summary:
    'Endorse a title to another party, or surrender it to the carrier; its home takes the step or refuses it',
  access: 'trade',
  params: DigestParamsSchema,
  body: Type.Object({
    kind: Type.Union([Type.Literal('endorse'), Type.Literal('surrender')]),
    to: Type.Optional(DidSchema),
  }),
  response: TitleSchema,
  status: 202,
});
