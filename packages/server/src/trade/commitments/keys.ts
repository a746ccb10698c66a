import type { Evidence } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { type CryptoPort, type Digest, digestBytes, type Instant, utf8 } from '@portolan/kernel';
import {
  certifiedCommitments,
  enteredCommitments,
  kilograms,
  replacedSources,
  type SourcedCommitment,
  signedOnly,
} from '@portolan/programs';
import type { CommitmentRow, Replaced } from './store.ts';

/** A digest that stands for a heat, an item or a source, so that who knows it recognizes it and nobody else reads anything. */
export function thingDigest(crypto: CryptoPort, thing: string): Digest {
  return digestBytes(crypto, utf8(`portolan commitment ${thing}`));
}

/** Whose word and when. */
export interface Teller {
  readonly tenantId: string;
  readonly did: string;
  readonly at: Instant;
}

/** What the certificates among some evidence commit. */
export function certifiedRows(
  crypto: CryptoPort,
  evidence: readonly Evidence[],
  teller: Teller,
): CommitmentRow[] {
  return rows(crypto, certifiedCommitments(signedOnly(evidence)), teller);
}

/** What the lines of an entry commit of the certificates that come with it. */
export function enteredRows(
  crypto: CryptoPort,
  entry: string,
  lines: readonly EntryLine[],
  evidence: readonly Evidence[],
  teller: Teller,
): CommitmentRow[] {
  return rows(crypto, enteredCommitments(entry, lines, evidence), teller);
}

/** What certificates among some evidence replace. */
export function replacedRows(
  crypto: CryptoPort,
  evidence: readonly Evidence[],
  { tenantId }: Teller,
): Replaced[] {
  return replacedSources(signedOnly(evidence)).map(({ certificate, of }) => ({
    tenant_id: tenantId,
    made_by: thingDigest(crypto, certificate),
    of_digest: thingDigest(crypto, of),
  }));
}

function rows(
  crypto: CryptoPort,
  commitments: readonly SourcedCommitment[],
  { tenantId, did, at }: Teller,
): CommitmentRow[] {
  return commitments.flatMap(({ mass, of, source }) => {
    const weight = kilograms(mass);
    if (!weight) return [];
    const [document = source] = source.split('#');
    return [
      {
        tenant_id: tenantId,
        of_digest: thingDigest(crypto, of),
        source_digest: thingDigest(crypto, source),
        made_by: thingDigest(crypto, document),
        kilograms: weight.toString(),
        told_by: did,
        known_at: at,
      },
    ];
  });
}
