import { type Static, Type } from 'typebox';

/** Who has to act for a refused input to become acceptable. */
export const faults = ['sender', 'signer', 'issuer', 'filer', 'holder', 'agency', 'node'] as const;
export type Fault = (typeof faults)[number];

export const FaultSchema = Type.Enum(faults);

/** One reason why an input was not accepted: a value, never an exception. */
export const RefusalSchema = Type.Object({
  code: Type.String(),
  /** JSON pointer (RFC 6901) to the refused value; empty for the whole input. */
  path: Type.String(),
  fault: FaultSchema,
  message: Type.String(),
  mend: Type.String(),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  cite: Type.Optional(Type.String()),
});

export type Refusal = Static<typeof RefusalSchema>;
