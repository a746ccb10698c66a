import type { CertifiedGood, EvidenceOf } from '@portolan/documents';
import { type EntryLine, filingDate, type Papers, type Spi, sortPapers } from '@portolan/filing';
import { isPartyOn } from '@portolan/tariff';
import type { Dossier } from '../../dossier.ts';
import type { Observations } from '../../observations.ts';
import type { DecisionTime, Reference } from '../../program.ts';
import type { Agreement } from '../facts/agreement.ts';
import type { AgreementTables } from '../facts/tables.ts';

/** A dossier laid out for the rules: evidence sorted, claims found, days counted in the agency's zone. */
export interface Case {
  readonly dossier: Dossier;
  readonly observations: Observations;
  readonly reference: Reference<AgreementTables>;
  readonly at: DecisionTime;
  readonly papers: Papers;
  /** What the agency holds beside the dossier. */
  readonly onRecord: Papers;
  /** Day of filing in the agency's zone: the day on which the claims are made. */
  readonly claimedOn: string;
  readonly claims: readonly Claim[];
}

/** One line that claims a preference, with what it rests on. */
export interface Claim {
  /** Position of the line, from 0. */
  readonly index: number;
  readonly path: string;
  readonly line: EntryLine;
  readonly spi: Spi;
  readonly agreement: Agreement;
  readonly certificate?: EvidenceOf<'CertificationOfOrigin'>;
  readonly good?: CertifiedGood;
}

/** A claim whose certification is at hand. */
export type CertifiedClaim = Claim & { readonly certificate: EvidenceOf<'CertificationOfOrigin'> };

export function layOut(
  dossier: Dossier,
  observations: Observations,
  reference: Reference<AgreementTables>,
  at: DecisionTime,
): Case {
  const papers = sortPapers(dossier.evidence);
  return {
    dossier,
    observations,
    reference,
    at,
    papers,
    onRecord: sortPapers(observations.onRecord),
    claimedOn: filingDate({ at: dossier.filedAt }),
    claims: dossier.entry.lines.flatMap((line, index) => claimOf(line, index, papers, reference.agreements)),
  };
}

/** The agreement that a special program indicator belongs to. */
export function agreementOf(tables: AgreementTables, spi: Spi): Agreement | undefined {
  return tables.agreements.find(({ indicators }) => indicators.some((row) => row.spi === spi));
}

export function isParty(agreement: Agreement, country: string, day: string): boolean {
  return isPartyOn(agreement.origin, country, day);
}

export function isCertified(claim: Claim): claim is CertifiedClaim {
  return claim.certificate !== undefined;
}

function claimOf(line: EntryLine, index: number, papers: Papers, tables: AgreementTables): Claim[] {
  const { spi } = line;
  const agreement = spi && agreementOf(tables, spi);
  if (!spi || !agreement) return [];
  const certificate = papers.certificates.find(({ digest }) => digest === line.certificate);
  const good = certificate?.document.goods.find(({ number }) => number === line.certificateGood);
  return [
    {
      index,
      path: `/lines/${index}`,
      line,
      spi,
      agreement,
      ...(certificate ? { certificate } : {}),
      ...(good ? { good } : {}),
    },
  ];
}
