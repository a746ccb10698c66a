import type { Finding } from '../../finding.ts';
import type { SteelCase } from '../case.ts';
import type { LicenceFault } from '../derive/licence.ts';
import { type LicenceEvidence, matchLicence } from '../derive/match-licence.ts';
import { find } from '../find.ts';

/** Goods that need an import licence have one that covers them; of several the one with the fewest faults counts. */
export function checkLicences(c: SteelCase): Finding[] {
  return c.lines.flatMap((line) => {
    const matched = matchLicence(line, c);
    if (!matched) return [];
    const { best, system } = matched;
    if (!best) return [find('STEEL_LICENCE_MISSING', line.path, { line: line.line.number, system })];
    const { faults, genuine, licence } = best;
    const { number } = licence.document;
    return [
      ...(genuine ? [] : [find('STEEL_LICENCE_UNSIGNED', line.path, { number }, [licence.digest])]),
      ...faults.map((fault) =>
        finding(fault, licence, line.path, line.line.number, c.dossier.entry.importDate),
      ),
    ];
  });
}

function finding(
  fault: LicenceFault,
  { digest, document: { number } }: LicenceEvidence,
  path: string,
  line: number,
  imported: string,
): Finding {
  if (fault.kind === 'expired')
    return find('STEEL_LICENCE_EXPIRED', path, { number, until: fault.until, imported }, [digest]);
  if (fault.kind === 'not-yet')
    return find('STEEL_LICENCE_NOT_YET', path, { number, from: fault.from, imported }, [digest]);
  const { entered, licensed, what } = fault;
  return find('STEEL_LICENCE_DIFFERS', path, { number, line, what, licensed, entered }, [digest]);
}
