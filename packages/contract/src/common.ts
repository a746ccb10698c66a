import { RefusalSchema } from '@portolan/kernel';
import { type Static, type TSchema, Type } from 'typebox';

export const DigestSchema = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });
export const InstantSchema = Type.String({ description: 'RFC 3339 instant in UTC', maxLength: 35 });
export const DateSchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const DidSchema = Type.String({ pattern: '^did:[a-z0-9]+:.+', maxLength: 512 });
export const PointerSchema = Type.String({ description: 'JSON pointer (RFC 6901)', maxLength: 512 });
export const IdSchema = Type.String({ format: 'uuid' });
export const EntryNumberSchema = Type.String({ pattern: '^[A-Z0-9]{3}-?\\d{7}-?\\d$' });
/** Text that a person wrote: bounded, shown as text. */
export const NoteSchema = Type.String({ minLength: 1, maxLength: 4000 });

/** RFC 9457 problem with every refusal. */
export const ProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  refusals: Type.Array(RefusalSchema),
  requestId: Type.String(),
});
export type Problem = Static<typeof ProblemSchema>;

/** An organization as everybody may see it. */
export const PartyRefSchema = Type.Object({
  name: Type.String(),
  did: Type.Optional(DidSchema),
  slug: Type.Optional(Type.String()),
  sample: Type.Optional(Type.Boolean()),
});
export type PartyRef = Static<typeof PartyRefSchema>;

/** One page of a list; `next` asks for the following one. */
export const PageOf = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Optional(Type.String()),
    total: Type.Integer(),
  });

export const PageQuerySchema = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.String({ maxLength: 40 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 25 })),
});

export const AcknowledgedSchema = Type.Object({ ok: Type.Literal(true) });
export const IdParamsSchema = Type.Object({ id: Type.String({ maxLength: 80 }) });
/** A draft by its own identifier. */
export const DraftParamsSchema = Type.Object({ id: IdSchema });
export const EntryParamsSchema = Type.Object({ entryNumber: EntryNumberSchema });
export const DigestParamsSchema = Type.Object({ digest: DigestSchema });

/** What became of a credential that an organization holds, as far as is known here. */
export const HeldStateSchema = Type.Union([
  Type.Literal('held'),
  Type.Literal('revoked'),
  Type.Literal('suspended'),
  Type.Literal('unsound'),
]);
