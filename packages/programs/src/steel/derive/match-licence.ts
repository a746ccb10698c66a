import { type EvidenceOf, evidenceOf } from '@portolan/documents';
import { inForce } from '@portolan/filing';
import { isCountry } from '@portolan/kernel';
import type { MetalLine, SteelCase } from '../case.ts';
import type { LicenceFacts } from '../facts/metal.ts';
import { isPrimary } from '../facts/tables.ts';
import { type LicenceFault, licenceFaults } from './licence.ts';

export type LicenceEvidence = EvidenceOf<'SteelImportLicense'>;

/** A licence held against a line. */
export interface JudgedLicence {
  readonly licence: LicenceEvidence;
  /** Signed by the office that it names, and unaltered. */
  readonly genuine: boolean;
  readonly faults: readonly LicenceFault[];
}

export interface LicenceMatch {
  readonly system: string;
  /** The licence of the dossier with the fewest faults; absent where there is none. */
  readonly best?: JudgedLicence;
}

/** The licence of a line, where its goods need one on the day of importation; undefined where they need none. */
export function matchLicence(line: MetalLine, c: SteelCase): LicenceMatch | undefined {
  const { licence: row } = line.metal;
  const facts = row && inForce([row], c.dossier.entry.importDate);
  if (!facts || !isPrimary(line.metal, line.line.hts)) return undefined;
  const [best] = evidenceOf(c.dossier.evidence, 'SteelImportLicense')
    .filter(({ document }) => document.metal === line.metal.metal)
    .map((licence) => judge(licence, line, facts, c))
    .sort((a, b) => weight(a) - weight(b));
  return { system: facts.system, ...(best ? { best } : {}) };
}

function weight({ faults, genuine }: JudgedLicence): number {
  return faults.length + (genuine ? 0 : 1);
}

function judge(
  licence: LicenceEvidence,
  { certified: [first], line }: MetalLine,
  facts: LicenceFacts,
  { dossier: { entry } }: SteelCase,
): JudgedLicence {
  const meltCountry = first?.item.stages.find(
    ({ stage }) => stage === 'melt' || stage === 'primary-smelt',
  )?.country;
  const mass = line.quantities.find(({ unit }) => ['KGM', 'TNE', 'LBR'].includes(unit)) ?? first?.item.weight;
  const given = {
    ...{ entry, line },
    ...(mass ? { mass } : {}),
    ...(meltCountry && isCountry(meltCountry) ? { meltCountry } : {}),
  };
  const office = licence.document.office.did;
  const genuine = licence.verdict?.verified === true && (office === undefined || office === licence.issuer);
  return { licence, genuine, faults: licenceFaults(licence.document, given, facts) };
}
