import { type EvidenceOf, evidenceOf } from '@portolan/documents';
import { inForce } from '@portolan/filing';
import { isCountry } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import type { MetalLine, SteelCase } from '../case.ts';
import { type LicenceFault, licenceFaults } from '../derive/licence.ts';
import type { LicenceFacts } from '../facts/metal.ts';
import { isPrimary } from '../facts/tables.ts';
import { find } from '../find.ts';

type LicenceEvidence = EvidenceOf<'SteelImportLicense'>;

/** Goods that need an import licence have one that covers them; of several the one with the fewest faults counts. */
export function checkLicences(c: SteelCase): Finding[] {
  const licences = evidenceOf(c.dossier.evidence, 'SteelImportLicense');
  return c.lines.flatMap((line) => {
    const { licence: row } = line.metal;
    const facts = row && inForce([row], c.dossier.entry.importDate);
    if (!facts || !isPrimary(line.metal, line.line.hts)) return [];
    const judged = licences
      .filter(({ document }) => document.metal === line.metal.metal)
      .map((licence) => judge(licence, line, facts, c))
      .sort((a, b) => a.length - b.length);
    return (
      judged[0] ?? [
        find('STEEL_LICENCE_MISSING', line.path, { line: line.line.number, system: facts.system }),
      ]
    );
  });
}

function judge(
  licence: LicenceEvidence,
  { certified, line, path }: MetalLine,
  facts: LicenceFacts,
  c: SteelCase,
): Finding[] {
  const { entry } = c.dossier;
  const [first] = certified;
  const meltCountry = first?.item.stages.find(
    ({ stage }) => stage === 'melt' || stage === 'primary-smelt',
  )?.country;
  const mass = line.quantities.find(({ unit }) => ['KGM', 'TNE', 'LBR'].includes(unit)) ?? first?.item.weight;
  const faults = licenceFaults(
    licence.document,
    {
      entry,
      line,
      ...(mass ? { mass } : {}),
      ...(meltCountry && isCountry(meltCountry) ? { meltCountry } : {}),
    },
    facts,
  );
  const { number } = licence.document;
  const office = licence.document.office.did;
  const genuine = licence.verdict?.verified === true && (office === undefined || office === licence.issuer);
  return [
    ...(genuine ? [] : [find('STEEL_LICENCE_UNSIGNED', path, { number }, [licence.digest])]),
    ...faults.map((fault) => finding(fault, licence, path, line.number, entry.importDate)),
  ];
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
