import { type CertifiedItem, type EvidenceOf, evidenceOf } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { type Compositions, compositions, replay, type TraceState } from '@portolan/traceability';
import type { Dossier } from '../dossier.ts';
import type { Observations } from '../observations.ts';
import type { DecisionTime, Reference } from '../program.ts';
import { type CertificateEvidence, signerOf } from './certificate/signatures.ts';
import type { MetalFacts } from './facts/metal.ts';
import { metalOf, type SteelTables } from './facts/tables.ts';
import { type Signed, signedOnly } from './trace/signed.ts';
import { type TracedDocuments, traceEventsOf } from './trace/trace-events.ts';

/** A dossier laid out for the rules: certificates, what they say of lots, and the lines they belong to. */
export interface SteelCase {
  readonly dossier: Dossier;
  readonly observations: Observations;
  readonly reference: Reference<SteelTables>;
  readonly at: DecisionTime;
  readonly certificates: readonly CertificateEvidence[];
  readonly signed: readonly Signed[];
  readonly traced: TracedDocuments;
  readonly trace: TraceState;
  readonly compositions: Compositions;
  readonly lines: readonly MetalLine[];
}

/** An entry line of a metal, with the certified items that name its lot. */
export interface MetalLine {
  readonly index: number;
  readonly path: string;
  readonly line: EntryLine;
  readonly metal: MetalFacts;
  readonly certified: readonly Certified[];
}

export interface Certified {
  readonly certificate: CertificateEvidence;
  readonly item: CertifiedItem;
  /** The line it was found for; the first one where several are. */
  readonly path: string;
}

export function layOut(
  dossier: Dossier,
  observations: Observations,
  reference: Reference<SteelTables>,
  at: DecisionTime,
): SteelCase {
  const signed = signedOnly([...dossier.evidence, ...observations.onRecord]);
  const traced = traceEventsOf(signed);
  const trace = replay(traced.events);
  const certificates = inOrder(evidenceOf(dossier.evidence, 'MillTestReport'));
  return {
    dossier,
    observations,
    reference,
    at,
    certificates,
    signed,
    traced,
    trace,
    compositions: compositions(trace),
    lines: dossier.entry.lines.flatMap((line, index) =>
      lineOf(line, index, certificates, reference.agreements),
    ),
  };
}

/** Copies that a second inspector signed stand beside the mill's certificate, not for it. */
function inOrder(certificates: readonly CertificateEvidence[]): CertificateEvidence[] {
  const byDigest = new Map(certificates.map((one) => [one.digest, one]));
  return [...byDigest.values()]
    .filter((one) => signerOf(one) !== 'second-inspector')
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

function lineOf(
  line: EntryLine,
  index: number,
  certificates: readonly EvidenceOf<'MillTestReport'>[],
  tables: SteelTables,
): MetalLine[] {
  const metal = metalOf(tables, line.hts);
  if (!metal) return [];
  const path = `/lines/${index}`;
  const certified = certificates.flatMap((certificate) =>
    certificate.document.items
      .filter(({ lot }) => lot === line.lot)
      .map((item) => ({ certificate, item, path })),
  );
  return [{ index, path, line, metal, certified }];
}

/** Every item of every certificate at hand, with the line it belongs to where one does. */
export function allCertified({ certificates, lines }: SteelCase): Certified[] {
  const found = lines.flatMap(({ certified }) => certified);
  return certificates.flatMap((certificate) =>
    certificate.document.items.map(
      (item) =>
        found.find((one) => one.certificate === certificate && one.item === item) ?? {
          certificate,
          item,
          path: '',
        },
    ),
  );
}

/** Where a finding about a whole certificate stands: at the first line that rests on it. */
export function pathOf({ lines }: SteelCase, certificate: CertificateEvidence): string {
  const line = lines.find(({ certified }) => certified.some((one) => one.certificate === certificate));
  return line ? `${line.path}/lot` : '';
}
