import { type Static, Type } from 'typebox';
import { InstantSchema } from './common.ts';
import { route } from './route.ts';

/** One status list of an organization, as its owner sees it. */
export const StatusListViewSchema = Type.Object({
  /** Where every verifier reads it. */
  address: Type.String(),
  purpose: Type.Enum(['revocation', 'suspension', 'refresh', 'message']),
  /** Bits of one entry. */
  size: Type.Integer(),
  /** Form of proof that it is signed with. */
  form: Type.String(),
  issuer: Type.String(),
  /** Entries that the list has room for, that belong to a credential, and that say something. */
  entries: Type.Integer(),
  taken: Type.Integer(),
  set: Type.Integer(),
  version: Type.Integer(),
  signedAt: Type.Optional(InstantSchema),
  /** How long a copy speaks for the present, in seconds. */
  ttl: Type.Integer(),
});
export type StatusListView = Static<typeof StatusListViewSchema>;

export const listStatusLists = route({
  method: 'GET',
  url: '/api/status-lists',
  summary: 'The status lists of the own organization: for what, how full, signed when',
  access: 'member',
  response: Type.Object({ items: Type.Array(StatusListViewSchema) }),
});
