import { FaultSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';

/** How much a finding weighs: refuse and refer decide the outcome, warn and info only inform. */
export const SeveritySchema = Type.Union([
  Type.Literal('refuse'),
  Type.Literal('refer'),
  Type.Literal('warn'),
  Type.Literal('info'),
]);
export type Severity = Static<typeof SeveritySchema>;

/** A mend that the filer makes with one gesture: values to be taken as typed, null removing the field. */
export const FixSchema = Type.Object({
  label: Type.String(),
  typed: Type.Record(Type.String(), Type.Unknown()),
});
export type Fix = Static<typeof FixSchema>;

/** What a program's rule found about one field of an entry. */
export const FindingSchema = Type.Object({
  code: Type.String(),
  severity: SeveritySchema,
  /** JSON pointer into the entry. */
  path: Type.String(),
  message: Type.String(),
  mend: Type.String(),
  fault: FaultSchema,
  cite: Type.Optional(Type.String()),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  /** Digests of the evidence that shows it. */
  evidence: Type.Optional(Type.Array(Type.String())),
  fix: Type.Optional(FixSchema),
  /** The further program that found it; absent for the program of the filing. */
  program: Type.Optional(Type.String()),
});
export type Finding = Static<typeof FindingSchema>;
