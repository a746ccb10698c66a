import { type Static, Type } from 'typebox';
import { EntryNumberSchema, InstantSchema } from './common.ts';
import { route } from './route.ts';

const SerialSchema = Type.Integer({ minimum: 1, maximum: 9_999_999 });

/** The series of entry numbers of a filer: what is used, free and void, each number with its check digit. */
export const EntryNumberBankSchema = Type.Object({
  filerCode: Type.String(),
  first: EntryNumberSchema,
  last: EntryNumberSchema,
  /** The number that the next filing is given; absent when none is left. */
  next: Type.Optional(EntryNumberSchema),
  used: Type.Integer({
    description: 'numbers of the range given to an entry, or to a draft that was not filed',
  }),
  free: Type.Integer(),
  voided: Type.Integer(),
  warnBelow: Type.Integer(),
  low: Type.Boolean(),
  /** Newest first. */
  numbers: Type.Array(
    Type.Object({
      number: EntryNumberSchema,
      state: Type.Enum(['filed', 'drawn', 'void']),
      /** For whom, or why it is void. */
      about: Type.String(),
      at: InstantSchema,
      by: Type.Optional(Type.String()),
      draft: Type.Optional(Type.String({ description: 'a draft that holds it' })),
    }),
  ),
});
export type EntryNumberBank = Static<typeof EntryNumberBankSchema>;

export const getEntryNumbers = route({
  method: 'GET',
  url: '/api/entry-numbers',
  summary: 'The bank of entry numbers of the own organization, or the numbers that match',
  access: 'trade',
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 40 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  response: EntryNumberBankSchema,
});
export const setEntryNumbers = route({
  method: 'POST',
  url: '/api/entry-numbers/range',
  summary: 'Set the range of serials and the next one; what was given is never given again',
  access: 'trade',
  body: Type.Object({
    first: SerialSchema,
    last: SerialSchema,
    next: Type.Optional(SerialSchema),
    warnBelow: Type.Optional(Type.Integer({ minimum: 0, maximum: 9_999_999 })),
  }),
  response: EntryNumberBankSchema,
});
export const voidEntryNumbers = route({
  method: 'POST',
  url: '/api/entry-numbers/void',
  summary: 'Void numbers that were spoiled or used in another system, with the reason',
  access: 'trade',
  body: Type.Object({
    /** With or without check digit and hyphens. */
    number: Type.String({ minLength: 1, maxLength: 20 }),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1 })),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  response: EntryNumberBankSchema,
});
