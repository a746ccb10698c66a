import type { CaseTable } from '../../case-page.ts';
import type { SteelCase } from '../case.ts';
import { commitmentsOf, netMass } from '../rules/heat.ts';
import { checkCommitted } from '../trace/committed.ts';
import { heatLot, heatReference } from '../trace/lots.ts';
import { signedOf } from '../trace/signed.ts';

/** The signed heats at hand: what their mills poured, and what the certificates of this case take of it. */
export function heatTable({ signed }: SteelCase): CaseTable {
  const commitments = commitmentsOf(signed);
  return {
    heading: 'Heats',
    note: 'Kilograms. What others certified of the same heat is added up when the agency decides; only masses are told.',
    columns: ['Heat', 'Mill', 'Poured', 'After yield loss', 'Certified in this case'],
    rows: signedOf(signed, 'Heat').map((heat) => {
      const { mill, number, pouredMass } = heat.document;
      const of = heatLot(heatReference(heat.document));
      const { available, committed } = checkCommitted(of, netMass(heat), commitments);
      return [number, mill.name, `${pouredMass.value} ${pouredMass.unit}`, available, committed];
    }),
  };
}
