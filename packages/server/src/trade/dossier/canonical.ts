import type { Verdict } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import {
  type CryptoPort,
  canonicalize,
  canonicalObject,
  digestBytes,
  type JsonValue,
} from '@portolan/kernel';
import type { Dossier, Observations } from '@portolan/programs';
import type { KeptBytes } from './kept.ts';

/** Canonical text of verdicts, which stand in dossier, notice and evidence alike. A verdict never changes. */
const verdicts = new WeakMap<Verdict, string>();

export function verdictText(verdict: Verdict): string {
  const known = verdicts.get(verdict);
  if (known !== undefined) return known;
  const made = canonicalize(verdict as unknown as JsonValue);
  verdicts.set(verdict, made);
  return made;
}

/** Canonical text of evidence by digest, with the verdicts of the moment. */
export function refsText(evidence: readonly Evidence[]): string {
  const refs = evidence.map(({ digest, verdict }) =>
    canonicalObject({ digest: canonicalize(digest), ...(verdict ? { verdict: verdictText(verdict) } : {}) }),
  );
  return `[${refs.join(',')}]`;
}

/** The bytes of `keptDossier`, as canonicalBytes makes them. */
export function dossierBytes(crypto: CryptoPort, { evidence, ...rest }: Dossier): KeptBytes {
  return textBytes(crypto, canonicalObject({ ...membersOf(rest), evidence: refsText(evidence) }));
}

/** The bytes of `keptObservations`, as canonicalBytes makes them. */
export function observationsBytes(crypto: CryptoPort, { onRecord, ...rest }: Observations): KeptBytes {
  return textBytes(crypto, canonicalObject({ ...membersOf(rest), onRecord: refsText(onRecord) }));
}

export function textBytes(crypto: CryptoPort, text: string): KeptBytes {
  const bytes = Buffer.from(text);
  return { bytes, digest: digestBytes(crypto, bytes) };
}

/** Canonical text of each member. */
export function membersOf(object: object): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      value === undefined ? undefined : canonicalize(value as JsonValue),
    ]),
  );
}
