import type { HeatReference } from '@portolan/documents';
import { Decimal, type Quantity } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { allCertified, type SteelCase } from '../case.ts';
import { find } from '../find.ts';
import { certifiedCommitments } from '../trace/commitments.ts';
import { type Commitment, checkCommitted } from '../trace/committed.ts';
import { heatLot, heatReference, kilograms } from '../trace/lots.ts';
import { type Signed, signedOf } from '../trace/signed.ts';

/** Each heat that a certificate names is on record, and no more of it is certified than its mill poured. */
export function checkHeats(c: SteelCase): Finding[] {
  const heats = new Map(
    signedOf(c.signed, 'Heat').map((heat) => [heatLot(heatReference(heat.document)), heat]),
  );
  const named = new Map(
    allCertified(c).map((one) => [heatLot(one.item.heat), { heat: one.item.heat, path: one.path }] as const),
  );
  return [...named].flatMap(([lot, { heat, path }]) => {
    const at = path === '' ? '' : `${path}/lot`;
    const record = heats.get(lot);
    return record ? oversold(record, lot, at, c) : [missing(heat, at)];
  });
}

function missing({ number }: HeatReference, at: string): Finding {
  return find('STEEL_HEAT_MISSING', at, { heat: number });
}

function oversold(heat: Signed<'Heat'>, of: string, at: string, c: SteelCase): Finding[] {
  const commitments = [...commitmentsOf(c.signed), ...(c.observations.commitments ?? [])];
  const { available, committed, over } = checkCommitted(of, netMass(heat), commitments);
  if (over === undefined) return [];
  return [find('STEEL_HEAT_OVERSOLD', at, { heat: heat.document.number, available, committed }, [heat.held])];
}

/** What a heat gave: poured less what was lost up to the first solid shapes. */
export function netMass({ document }: Signed<'Heat'>): Quantity {
  const { pouredMass, yieldLoss } = document;
  const poured = kilograms(pouredMass) ?? Decimal.zero;
  const lost = (yieldLoss && kilograms(yieldLoss)) ?? Decimal.zero;
  return { value: poured.minus(lost).toString(), unit: 'KGM' };
}

/** The masses that certificates take out of heats: what a node tells others who hold certificates of the same heat. */
export function commitmentsOf(signed: readonly Signed[]): Commitment[] {
  return certifiedCommitments(signed).map(({ mass, of }) => ({ of, mass }));
}
