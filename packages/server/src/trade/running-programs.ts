import { type CryptoPort, type Digest, digestJson, type JsonValue } from '@portolan/kernel';
import { type Program, programs } from '@portolan/programs';
import type { Composition } from '../tariff/shelf/library.ts';
import type { ProgramWithReference, RunningPrograms } from './context.ts';

/** The programs that this release runs, by id. */
export const programsById: ReadonlyMap<string, Program> = new Map(
  (programs as readonly Program[]).map((program) => [program.id, program]),
);

/**
 * Every program with the reference that its rules are handed, by program id. The digest of a reference is of the tariff
 * with what was imported beside it, and of the program's own tables.
 */
export function runningPrograms({ reference, imported }: Composition, crypto: CryptoPort): RunningPrograms {
  const tariff = reference.digest;
  const running = [...programsById].map(([id, program]): ProgramWithReference => {
    const digest = (facts: unknown): Digest =>
      digestJson(crypto, { program: id, tariff, facts: facts as JsonValue });
    return { program, reference: program.reference(reference, digest), imported };
  });
  return new Map(
    running.map((one) => [one.program.id, { ...one, beside: running.filter((other) => other !== one) }]),
  );
}
