import type { PipelineProfile } from '@portolan/documents';
import { type Signed, signedOf } from '../../signed.ts';

/** The profile of a line in force in a month `YYYY-MM`, as its operator signed it: the last known where several are. */
export function profileOf(
  signed: readonly Signed[],
  line: string,
  month: string,
): PipelineProfile | undefined {
  return profilesIn(signed, month)
    .filter(({ document }) => document.line === line)
    .at(-1)?.document;
}

/** Names of the lines of which there is a profile in force in a month. */
export function linesIn(signed: readonly Signed[], month: string): string[] {
  return [...new Set(profilesIn(signed, month).map(({ document }) => document.line))].sort();
}

function profilesIn(signed: readonly Signed[], month: string): Signed<'PipelineProfile'>[] {
  return signedOf(signed, 'PipelineProfile')
    .filter(({ document, issuer }) => {
      const { operator, validFrom, validUntil } = document;
      const inForce =
        validFrom.slice(0, 7) <= month && (validUntil === undefined || month <= validUntil.slice(0, 7));
      return operator.did === issuer && inForce;
    })
    .sort((a, b) => compare(a.knownAt, b.knownAt) || compare(a.digest, b.digest));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
