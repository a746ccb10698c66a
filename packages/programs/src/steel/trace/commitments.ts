import { type Evidence, evidenceOf, originalOf } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { type Commitment, certificateItem } from './committed.ts';
import { addMass, heatLot } from './lots.ts';
import { type Signed, signedOf, signedOnly } from './signed.ts';

/** A commitment with what made it: the same source is counted once, wherever and however often it is told. */
export interface SourcedCommitment extends Commitment {
  readonly source: string;
}

/**
 * The masses that certificates take out of heats, without who bought them. Only the mill that poured a heat takes out of it, so
 * that nobody uses up another's. Certificates that build on others, that only test again, or that were replaced take nothing.
 */
export function certifiedCommitments(signed: readonly Signed[]): SourcedCommitment[] {
  const certificates = signedOf(signed, 'MillTestReport');
  const replaced = new Set(
    certificates.flatMap(({ document }) => document.supersedes?.certificate.digest ?? []),
  );
  return certificates
    .filter(({ digest, document, issuer }) => {
      const own = issuer === (document.manufacturer.did ?? document.manufacturer.name);
      return own && !document.basedOn && !document.retests && !replaced.has(digest);
    })
    .flatMap(({ digest, document, issuer }) =>
      document.items
        .filter(({ heat }) => heat.mill === issuer)
        .map(({ heat, loss, number, weight }) => ({
          of: heatLot(heat),
          mass: addMass(weight, loss) ?? weight,
          source: certificateItem(digest, number),
        })),
    );
}

/** What the lines of an entry take out of the items of certificates; `entry` names the entry for good, whatever it is corrected to. */
export function enteredCommitments(
  entry: string,
  lines: readonly Pick<EntryLine, 'lot' | 'number'>[],
  evidence: readonly Evidence[],
): SourcedCommitment[] {
  const certificates = signedOf(signedOnly(evidence), 'MillTestReport');
  return lines.flatMap(({ lot, number }) =>
    certificates.flatMap(({ digest, document }) =>
      document.items
        .filter((item) => lot !== undefined && item.lot === lot)
        .map((item) => ({
          of: certificateItem(digest, item.number),
          mass: item.weight,
          source: `entry ${entry} line ${number}`,
        })),
    ),
  );
}

/** What a dossier asks others about: its heats, and the items of its certificates. Nothing where it has no certificate. */
export function committedThings(evidence: readonly Evidence[]): string[] {
  const things = evidenceOf(evidence, 'MillTestReport').flatMap((certificate) =>
    certificate.document.items.flatMap(({ heat, number }) => [
      heatLot(heat),
      certificateItem(originalOf(certificate), number),
    ]),
  );
  return [...new Set(things)];
}

/** Items of certificates that others replaced, each with the heat it was taken from: they take nothing any more. */
export function replacedSources(signed: readonly Signed[]): { certificate: string; of: string }[] {
  return signedOf(signed, 'MillTestReport').flatMap(({ document, issuer }) => {
    const { items, supersedes } = document;
    if (!supersedes || document.manufacturer.did !== issuer) return [];
    return items
      .filter(({ heat }) => heat.mill === issuer)
      .map(({ heat }) => ({ certificate: supersedes.certificate.digest, of: heatLot(heat) }));
  });
}
