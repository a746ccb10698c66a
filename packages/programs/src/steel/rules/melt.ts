import { isCountry } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { Certified, MetalLine, SteelCase } from '../case.ts';
import { declareMetal, metalContent } from '../derive/declaration.ts';
import { find } from '../find.ts';
import { heatLot } from '../trace/lots.ts';
import { meltedIn } from '../trace/melted-in.ts';

/** Where the metal was first liquid: stated, a country where one must be named, and what the heats themselves say. */
export function checkMelt(c: SteelCase): Finding[] {
  return c.lines.flatMap((line) =>
    line.certified.flatMap((one) => [...stated(one, line), ...declared(one, line), ...melted(one, c)]),
  );
}

function stated({ certificate, item, path }: Certified, { line, metal }: MetalLine): Finding[] {
  const { missing, wrong } = declareMetal(metal, line.hts, item.stages);
  const at = `${path}/lot`;
  const { number } = certificate.document;
  const evidence = [certificate.digest];
  return [
    ...wrong.map(({ country, stage }) =>
      find('STEEL_MELT_OTHER', at, { number, item: item.number, country, stage, hts: line.hts }, evidence),
    ),
    ...(missing.length > 0
      ? [find('STEEL_MELT_MISSING', at, { number, item: item.number, missing: missing.join(', ') }, evidence)]
      : []),
  ];
}

const DECLARED = ['meltedIn', 'smeltedIn', 'secondarySmeltedIn', 'castIn'] as const;

/** What the entry declares of the metal is what the certificate says; one that says nothing contradicts nothing. */
function declared({ certificate, item, path }: Certified, { line, metal }: MetalLine): Finding[] {
  const said = metalContent(metal, item.stages);
  const entered = line.metals?.find((one) => one.metal === metal.metal);
  return DECLARED.flatMap((field) => {
    const [of, by] = [entered?.[field], said[field]];
    if (of === undefined || by === undefined || of === by) return [];
    const params = {
      line: line.number,
      declared: of,
      field,
      number: certificate.document.number,
      certified: by,
    };
    return [find('STEEL_DECLARATION_DIFFERS', `${path}/metals`, params, [certificate.digest])];
  });
}

/** By the composition that the trace carries to the lot; where it does not reach the lot, by the heat that the item names. */
function melted({ certificate, item, path }: Certified, c: SteelCase): Finding[] {
  const said = item.stages.find(({ stage }) => stage === 'melt' || stage === 'primary-smelt')?.country;
  const byLot = meltedIn(c.compositions, item.lot);
  const shares = byLot.length > 0 ? byLot : meltedIn(c.compositions, heatLot(item.heat));
  // A word that stands for no country is told by its own finding.
  if (
    said === undefined ||
    !isCountry(said) ||
    shares.length === 0 ||
    shares.every(({ country }) => country === said)
  )
    return [];
  const where = shares.map(({ country, percent }) =>
    percent === '100' ? country : `${country} ${percent} %`,
  );
  return [
    find(
      'STEEL_MELT_FOREIGN',
      `${path}/lot`,
      { number: certificate.document.number, item: item.number, stated: said, melted: where.join(', ') },
      [certificate.digest],
    ),
  ];
}
