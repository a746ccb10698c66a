import type { Drift } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import type { Case } from '../case/case.ts';
import { find } from '../case/find.ts';

/** The entry number is fresh (19 CFR 142.3a). */
export function checkEntryNumber({ dossier, observations }: Case): Finding[] {
  if (!observations.entryNumberSeen) return [];
  const number = dossier.entry.entryNumber ?? '';
  return [find('USMCA_ENTRY_NUMBER_SEEN', '/entryNumber', { params: { number } })];
}

/** Facts on which two documents disagree are for an officer, or a note, by the weight that documents gave them. */
export function checkDrifts(c: Case): Finding[] {
  return c.dossier.drifts.map((drift) =>
    find('USMCA_DOCUMENTS_DISAGREE', pathOf(c, drift), {
      params: { message: drift.message, mend: drift.mend },
      evidence: [drift.left.digest, drift.right.digest],
      severity: weight(c, drift),
    }),
  );
}

/**
 * What a certification says of origin and tariff number matters for the claims on it, and is judged there. Of a line that is entered in
 * part less came than was invoiced: the entry says so itself.
 */
function weight(c: Case, drift: Drift): Finding['severity'] {
  const { papers } = c;
  if ((drift.kind === 'quantity' || drift.kind === 'weight') && isOfPart(c, drift)) return 'info';
  const digests = [drift.left.digest, drift.right.digest];
  const certified = papers.certificates.some(({ digest }) => digests.includes(digest));
  return certified && (drift.kind === 'origin' || drift.kind === 'classification') ? 'info' : drift.severity;
}

function isOfPart({ dossier: { entry, provenance } }: Case, { left, right }: Drift): boolean {
  return entry.lines.some(({ invoice }, index) => {
    if (!invoice.quantity) return false;
    const { document, pointer = '' } = provenance[`/lines/${index}/invoice/line`] ?? {};
    const line = pointer.replace(/\/number$/, '');
    return [left, right].some((side) => side.digest === document && side.pointer.startsWith(`${line}/`));
  });
}

/** The field of the entry that one of the two places gives. */
function pathOf({ dossier }: Case, drift: Drift): string {
  const sides = [drift.left, drift.right];
  const given = Object.entries(dossier.provenance)
    .filter(([, { document, pointer }]) =>
      sides.some((side) => side.digest === document && side.pointer === pointer),
    )
    .map(([path]) => path)
    .sort();
  return given[0] ?? '';
}
