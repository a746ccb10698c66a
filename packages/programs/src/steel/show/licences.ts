import type { CaseTable } from '../../case-page.ts';
import type { SteelCase } from '../case.ts';
import type { LicenceFault } from '../derive/licence.ts';
import { matchLicence } from '../derive/match-licence.ts';

/** The import licence of each line that needs one, and whether it covers the line. */
export function licenceTable(c: SteelCase): CaseTable {
  return {
    heading: 'Import licence',
    columns: ['Line', 'System', 'Licence', 'Valid', 'Match'],
    rows: c.lines.flatMap((line) => {
      const match = matchLicence(line, c);
      if (!match) return [];
      const number = String(line.line.number);
      if (!match.best) return [[number, match.system, 'none', '', 'a licence is missing']];
      const { faults, genuine, licence } = match.best;
      const { issuedOn, number: licenceNumber, validUntil } = licence.document;
      const words = [...(genuine ? [] : ['not signed by the office']), ...faults.map(faultWords)];
      return [
        [
          ...[number, match.system, licenceNumber, `${issuedOn} to ${validUntil}`],
          words.join('; ') || 'covers number, importer, melt, mass and value',
        ],
      ];
    }),
  };
}

function faultWords(fault: LicenceFault): string {
  if (fault.kind === 'expired') return `ended on ${fault.until}`;
  if (fault.kind === 'not-yet') return `begins on ${fault.from}`;
  return `${fault.what}: licensed ${fault.licensed}, entered ${fault.entered}`;
}
