import { NO_LEVEL, type ObservedStanding } from '@portolan/parties';
import type { Dossier } from '../dossier.ts';
import type { Finding } from '../finding.ts';
import { type LegitimacyCode, legitimacyCatalogue } from './catalogue.ts';
import { type NamedParty, partiesOf } from './named-parties.ts';

const severities: Readonly<Record<LegitimacyCode, Finding['severity']>> = {
  LEGITIMACY_PARTY_BARRED: 'refer',
  LEGITIMACY_PARTY_UNKNOWN: 'warn',
  LEGITIMACY_NOT_ASKED: 'info',
};

/**
 * What the standings of its parties mean for a filing, by those captured when it was looked at. A party against whom something
 * stands refers the case to an officer: a standing never refuses by itself, since it may be appealed.
 */
export function checkStandings(dossier: Dossier, standings: readonly ObservedStanding[]): Finding[] {
  return partiesOf(dossier).flatMap((party) => {
    const standing = standings.find(({ subject, role }) => subject === party.did && role === party.role);
    if (!standing) return [finding('LEGITIMACY_NOT_ASKED', party)];
    if (standing.barred) return [finding('LEGITIMACY_PARTY_BARRED', party, standing)];
    return standing.level === NO_LEVEL ? [finding('LEGITIMACY_PARTY_UNKNOWN', party, standing)] : [];
  });
}

function finding(
  code: LegitimacyCode,
  { name, role, path }: NamedParty,
  standing?: ObservedStanding,
): Finding {
  const why = standing?.against.map(({ message }) => message).join(' ') ?? '';
  return {
    ...legitimacyCatalogue.refuse(code, { path, params: { name, role, why } }),
    severity: severities[code],
  };
}
