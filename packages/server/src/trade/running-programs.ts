import { type CryptoPort, type Digest, digestJson, type JsonValue } from '@portolan/kernel';
import { type Program, programs } from '@portolan/programs';
import type { TariffReference } from '@portolan/tariff';
import type { RunningProgram } from './context.ts';

/** Every program with the reference that its rules are handed, by program id. */
export function runningPrograms(tariff: TariffReference, crypto: CryptoPort): Map<string, RunningProgram> {
  const digest = (facts: unknown): Digest => digestJson(crypto, facts as JsonValue);
  return new Map(
    (programs as readonly Program[]).map((program) => [
      program.id,
      { program, reference: program.reference(tariff, digest) },
    ]),
  );
}
