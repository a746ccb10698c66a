import { originalOf } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import { pathOf, type SteelCase } from '../case.ts';
import { changedFigures } from '../certificate/changed.ts';
import { find } from '../find.ts';

/** A certificate that builds on others leaves their figures as they are. */
export function checkChanged(c: SteelCase): Finding[] {
  return c.certificates.flatMap((certificate) =>
    (certificate.document.basedOn ?? []).flatMap((base) => {
      const { number } = certificate.document;
      const at = pathOf(c, certificate);
      const parent = c.certificates.find((one) => originalOf(one) === base.digest);
      if (!parent)
        return [
          find('STEEL_CERTIFICATE_BASE_MISSING', at, { number, parent: base.number }, [certificate.digest]),
        ];
      return changedFigures(parent.document, certificate.document).map(({ after, before, what }) =>
        find('STEEL_CERTIFICATE_CHANGED', at, { number, parent: base.number, what, before, after }, [
          certificate.digest,
          parent.digest,
        ]),
      );
    }),
  );
}
