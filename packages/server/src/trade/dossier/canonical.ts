import type { Verdict } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import {
  CanonicalWriter,
  type CryptoPort,
  digestBytes,
  type JsonObject,
  type JsonValue,
} from '@portolan/kernel';
import type { Dossier, Observations } from '@portolan/programs';
import type { KeptBytes } from './kept.ts';

/** Canonical bytes of verdicts, which stand in evidence, dossier and notice alike. A verdict never changes. */
const verdicts = new WeakMap<Verdict, Uint8Array>();
const writer = new CanonicalWriter();

export function verdictBytes(verdict: Verdict): Uint8Array {
  const known = verdicts.get(verdict);
  if (known) return known;
  const made = bytesOf(verdict as unknown as JsonValue);
  verdicts.set(verdict, made);
  return made;
}

export function verdictText(verdict: Verdict): string {
  const { buffer, byteOffset, length } = verdictBytes(verdict);
  return Buffer.from(buffer, byteOffset, length).toString();
}

/** A verdict read from its canonical bytes. */
export function readVerdict(bytes: Buffer): Verdict {
  const verdict = JSON.parse(bytes.toString()) as Verdict;
  verdicts.set(verdict, bytes);
  return verdict;
}

/** The bytes of `keptDossier`, as canonicalBytes makes them. */
export function dossierBytes(crypto: CryptoPort, dossier: Dossier): KeptBytes {
  return bytesWithRefs(crypto, dossier, 'evidence', dossier.evidence);
}

/**
 * The bytes of `keptDossier` where the envelope that it was filed by is kept beside: entry and provenance, more than half of it,
 * stand there word for word. `readDossier` puts them back.
 */
export function dossierBytesBeside(
  crypto: CryptoPort,
  { entry: _, provenance: __, ...rest }: Dossier,
): KeptBytes {
  return bytesWithRefs(crypto, rest, 'evidence', rest.evidence);
}

/** The bytes of `keptObservations`, as canonicalBytes makes them. */
export function observationsBytes(crypto: CryptoPort, observations: Observations): KeptBytes {
  return bytesWithRefs(crypto, observations, 'onRecord', observations.onRecord);
}

export function textBytes(crypto: CryptoPort, text: string): KeptBytes {
  const bytes = Buffer.from(text);
  return { bytes, digest: digestBytes(crypto, bytes) };
}

/** Canonical bytes and their digest. */
export function canonicalBytes(crypto: CryptoPort, value: unknown): KeptBytes {
  const bytes = bytesOf(value as JsonValue);
  return { bytes, digest: digestBytes(crypto, bytes) };
}

function bytesOf(value: JsonValue): Uint8Array {
  writer.begin();
  writer.value(value);
  return writer.view();
}

/** An object of which one member is evidence: it is named by digest, with the verdict of the moment. */
function bytesWithRefs(
  crypto: CryptoPort,
  object: object,
  member: string,
  evidence: readonly Evidence[],
): KeptBytes {
  const known = evidence.map(({ verdict }) => verdict && verdictBytes(verdict));
  writer.begin();
  writer.object(object as JsonObject, member, () =>
    writer.list(evidence, ({ digest }, index) => {
      const verdict = known[index];
      const ref: JsonObject = verdict ? { digest, verdict: null } : { digest };
      writer.object(ref, 'verdict', () => verdict && writer.canonical(verdict));
    }),
  );
  const bytes = writer.view();
  return { bytes, digest: digestBytes(crypto, bytes) };
}
