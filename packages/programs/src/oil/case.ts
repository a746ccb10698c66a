import { type EvidenceOf, evidenceOf } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { Decimal, sumDecimals } from '@portolan/kernel';
import type { Dossier } from '../dossier.ts';
import type { Observations } from '../observations.ts';
import type { DecisionTime, Reference } from '../program.ts';
import { type Signed, signedOnly } from '../signed.ts';
import type { OilTables } from './facts/tables.ts';
import { lineMonth } from './month/compute.ts';
import type { Crossing, LineMonth } from './month/line-month.ts';
import { profileOf } from './month/profile.ts';

type Manifest = EvidenceOf<'PipelineManifest'>;

/** A dossier laid out for the rules: the manifest it is entered under, the months it touches, and what crossed for whom. */
export interface OilCase {
  readonly dossier: Dossier;
  readonly observations: Observations;
  readonly reference: Reference<OilTables>;
  readonly at: DecisionTime;
  readonly signed: readonly Signed[];
  readonly manifests: readonly Manifest[];
  readonly months: readonly LineMonth[];
  /** Lines and months of which no profile is at hand. */
  readonly unknown: readonly { readonly line: string; readonly month: string }[];
  /** Crossings of the batches and days of the entry, whoever's they are. */
  readonly crossings: readonly Crossing[];
  readonly lines: readonly OilLine[];
}

/** An entry line with what crossed of its batch for the importer in the period. */
export interface OilLine {
  readonly index: number;
  readonly path: string;
  readonly line: EntryLine;
  readonly own: readonly Crossing[];
  /** The same batch and days in other hands. */
  readonly others: readonly Crossing[];
}

export function layOut(
  dossier: Dossier,
  observations: Observations,
  reference: Reference<OilTables>,
  at: DecisionTime,
): OilCase {
  const signed = signedOnly([...dossier.evidence, ...observations.onRecord]);
  const manifests = manifestsOf(dossier);
  const { months, unknown } = monthsOf(manifests, signed, reference, at);
  const days = new Set(manifests.flatMap(({ document }) => document.days.map(({ day }) => day)));
  const crossings = months.flatMap((month) => month.crossings.filter(({ day }) => days.has(day)));
  const importer = dossier.entry.importerOfRecord.did ?? dossier.entry.importerOfRecord.name;
  const lines = dossier.entry.lines.map((line, index): OilLine => {
    const ofBatch = crossings.filter(({ batch }) => batch === line.lot);
    return {
      ...{ index, path: `/lines/${index}`, line },
      own: ofBatch.filter(({ owner }) => owner.did === importer || owner.name === importer),
      others: ofBatch.filter(({ owner }) => owner.did !== importer && owner.name !== importer),
    };
  });
  return { dossier, observations, reference, at, signed, manifests, months, unknown, crossings, lines };
}

/** The manifests that the entry names, in an order that does not depend on arrival. */
function manifestsOf({ entry, evidence }: Dossier): Manifest[] {
  return evidenceOf(evidence, 'PipelineManifest')
    .filter(({ document }) => entry.billOfLading.includes(document.number))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

function monthsOf(
  manifests: readonly Manifest[],
  signed: readonly Signed[],
  { agreements, tariff }: Reference<OilTables>,
  { knownAt }: DecisionTime,
) {
  const asked = new Map(
    manifests.map(({ document: { line, month } }) => [`${line} ${month}`, { line, month }] as const),
  );
  const months: LineMonth[] = [];
  const unknown: { line: string; month: string }[] = [];
  for (const { line, month } of [...asked.values()].sort((a, b) =>
    a.month + a.line < b.month + b.line ? -1 : 1,
  )) {
    const profile = profileOf(signed, line, month);
    if (profile)
      months.push(lineMonth({ profile, month, signed, filed: [], tables: agreements, tariff, at: knownAt }));
    else unknown.push({ line, month });
  }
  return { months, unknown };
}

export function barrelsOf(crossings: readonly Crossing[]): Decimal {
  return sumDecimals(crossings.map(({ volume }) => Decimal.of(volume)));
}
