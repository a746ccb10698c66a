import type { Finding } from '../../finding.ts';
import { type Case, type Claim, isParty } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** Goods that left the agreement's countries on the way stayed under customs control (19 CFR 182.16(b), 10.604). */
export function checkTransit(claim: Claim, { dossier, papers }: Case): Finding[] {
  const { agreement } = claim;
  const { entry } = dossier;
  const cite = agreement.transit.source;
  const outside = (country: string) => !isParty(agreement, country, entry.importDate);
  const stays = papers.bills.flatMap(({ digest, document }) =>
    (document.inTransit ?? []).filter(({ country }) => outside(country)).map((stay) => ({ ...stay, digest })),
  );
  const judged = stays.map(({ country, customsControl, digest }) =>
    findOnClaim(
      customsControl ? 'USMCA_TRANSIT_CONTROLLED' : 'USMCA_TRANSIT_UNCONTROLLED',
      claim,
      '/exportCountry',
      {
        params: { country },
        evidence: [digest],
        cite,
      },
    ),
  );
  const loaded = papers.bills.flatMap(({ document }) => document.placeOfLoading?.country ?? []);
  const unexplained = [entry.exportCountry, ...loaded].find(
    (country) => outside(country) && !stays.some((stay) => stay.country === country),
  );
  if (unexplained === undefined) return judged;
  const params = { country: unexplained };
  return [...judged, findOnClaim('USMCA_TRANSIT_NOT_SHOWN', claim, '/exportCountry', { params, cite })];
}
