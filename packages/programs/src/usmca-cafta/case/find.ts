import type { Finding, Fix } from '../../finding.ts';
import { type UsmcaCode, usmcaCatalogue } from '../catalogue.ts';
import { severities } from '../severities.ts';
import type { Claim } from './case.ts';

export interface FindingDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly evidence?: readonly (string | undefined)[];
  readonly cite?: string;
  readonly severity?: Finding['severity'];
  readonly fix?: Fix;
}

/** A finding of the catalogue at a field of the entry. */
export function find(code: UsmcaCode, path: string, details: FindingDetails = {}): Finding {
  const { params, cite } = details;
  const refusal = usmcaCatalogue.refuse(code, {
    path,
    ...(params ? { params } : {}),
    ...(cite ? { cite } : {}),
  });
  const evidence = [...new Set(details.evidence?.filter((digest) => digest !== undefined))].sort();
  return {
    ...refusal,
    severity: details.severity ?? severities[code],
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(details.fix ? { fix: details.fix } : {}),
  };
}

/** A finding about a claim. One that the claim cannot survive offers to drop it. */
export function findOnClaim(
  code: UsmcaCode,
  claim: Claim,
  field: string,
  details: FindingDetails = {},
): Finding {
  const params = {
    line: claim.line.number,
    spi: claim.spi,
    agreement: claim.agreement.id,
    ...details.params,
  };
  const severity = details.severity ?? severities[code];
  return find(code, `${claim.path}${field}`, {
    ...details,
    params,
    evidence: details.evidence ?? [claim.certificate?.digest],
    ...(severity === 'refuse' && !details.fix ? { fix: dropClaim(claim) } : {}),
  });
}

/** The mend of last resort: file the line without the claim. */
export function dropClaim({ line, index }: Claim): Fix {
  return { label: `Drop the claim on line ${line.number}`, typed: { [`/lines/${index}/spi`]: null } };
}
