import { type Static, Type } from 'typebox';
import { CertaintySchema } from './dated.ts';

const sourced = { source: Type.String(), certainty: CertaintySchema };
const EntryTypeSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  class: Type.Union([Type.Literal('formal'), Type.Literal('informal')]),
  /** Whether duty and fees of this type are computed here. */
  computed: Type.Boolean(),
  /** Whether goods within a quota can be entered under it (condition Q09); where absent, either way. */
  carriesQuota: Type.Optional(Type.Boolean()),
  /** Whether antidumping and countervailing cases can stand on it. */
  carriesCases: Type.Optional(Type.Boolean()),
});
const ModeSchema = Type.Object({ code: Type.String(), name: Type.String() });

export const EntryTypesSchema = Type.Object({ ...sourced, rows: Type.Array(EntryTypeSchema) });
export const ModesSchema = Type.Object({ ...sourced, rows: Type.Array(ModeSchema) });
export type EntryType = Static<typeof EntryTypeSchema>;
export type Mode = Static<typeof ModeSchema>;
