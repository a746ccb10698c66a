import type { HeatReference } from '@portolan/documents';
import { Decimal, type Quantity } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { allCertified, type SteelCase } from '../case.ts';
import { find } from '../find.ts';
import { type Commitment, checkCommitted } from '../trace/committed.ts';
import { addMass, heatLot, heatReference, kilograms } from '../trace/lots.ts';
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
  return [
    find('STEEL_HEAT_OVERSOLD', at, { heat: heat.document.number, available, committed }, [heat.digest]),
  ];
}

/** What a heat gave: poured less what was lost up to the first solid shapes. */
export function netMass({ document }: Signed<'Heat'>): Quantity {
  const { pouredMass, yieldLoss } = document;
  const poured = kilograms(pouredMass) ?? Decimal.zero;
  const lost = (yieldLoss && kilograms(yieldLoss)) ?? Decimal.zero;
  return { value: poured.minus(lost).toString(), unit: 'KGM' };
}

/**
 * The masses that certificates take out of heats, without who bought them: what a node tells others who hold certificates of
 * the same heat. Certificates that build on others, that only test again, or that were replaced take nothing.
 */
export function commitmentsOf(signed: readonly Signed[]): Commitment[] {
  const certificates = signedOf(signed, 'MillTestReport');
  const replaced = new Set(
    certificates.flatMap(({ document }) => document.supersedes?.certificate.digest ?? []),
  );
  return certificates
    .filter(({ digest, document, issuer }) => {
      const own = issuer === (document.manufacturer.did ?? document.manufacturer.name);
      return own && !document.basedOn && !document.retests && !replaced.has(digest);
    })
    .flatMap(({ document }) =>
      document.items.map(({ heat, loss, weight }) => ({
        of: heatLot(heat),
        mass: addMass(weight, loss) ?? weight,
      })),
    );
}
