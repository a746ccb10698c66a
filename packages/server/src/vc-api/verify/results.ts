import type { VerificationResults } from '@portolan/contract';
import { type FragmentName, fragmentOf } from '@portolan/credentials';
import type { FormVerdict } from '@portolan/credentials/forms';
import { isRecord, type JsonObject } from '@portolan/kernel';

/** The steps of a verification one by one, as `options.returnResults` asks for them; the proofs of a set stand and fall together. */
export function resultsOf(verdict: FormVerdict): VerificationResults {
  const { credential = {}, statusNotes } = verdict;
  const { validFrom, validUntil, proof, credentialSchema, credentialStatus } = credential;
  const holds = (...names: readonly FragmentName[]) => names.every((name) => stands(verdict, name));
  const each = (value: unknown, valid: boolean) => objects(value).map((input) => ({ valid, input }));
  return {
    proof: each(proof, holds('integrity', 'issuer')),
    ...(typeof validFrom === 'string' ? { validFrom: { valid: holds('dates'), input: validFrom } } : {}),
    ...(typeof validUntil === 'string' ? { validUntil: { valid: holds('dates'), input: validUntil } } : {}),
    credentialSchema: each(credentialSchema, holds('schema')),
    credentialStatus: objects(credentialStatus).map((input) => {
      const note = statusNotes.find(({ list, index }) => isAt(input, list, index));
      return { valid: holds('status'), input, ...(note ? { value: note.value } : {}) };
    }),
  };
}

function stands(verdict: FormVerdict, name: FragmentName): boolean {
  const outcome = fragmentOf(verdict, name)?.outcome;
  return outcome === 'passed' || outcome === 'not-applicable';
}

function isAt({ statusListCredential, statusListIndex }: JsonObject, list: string, index: number): boolean {
  return statusListCredential === list && statusListIndex === String(index);
}

function objects(value: unknown): JsonObject[] {
  return [value ?? []].flat().filter((item) => isRecord(item)) as JsonObject[];
}
