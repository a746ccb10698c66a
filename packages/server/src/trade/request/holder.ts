import { evidenceOf } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import type { Dossier, RequestTemplate } from '@portolan/programs';
import { signerOf } from '../entry/filed.ts';

/** The line that a pointer of an entry stands in; undefined for a field of the whole entry. */
export function lineOf({ entry }: Dossier, path: string): EntryLine | undefined {
  const [, index] = /^\/lines\/(\d+)(?:\/|$)/.exec(path) ?? [];
  return index === undefined ? undefined : entry.lines[Number(index)];
}

/** The party that holds the evidence about a field: the first of the template's holders whom the dossier identifies. */
export function holderOf(dossier: Dossier, template: RequestTemplate, path: string): string | undefined {
  const line = lineOf(dossier, path) ?? dossier.entry.lines[0];
  const candidates = {
    manufacturer: line?.manufacturer?.did,
    certifier: signerOf(dossier.evidence, line?.certificate),
    carrier: evidenceOf(dossier.evidence, 'BillOfLading')[0]?.issuer,
    importer: dossier.entry.importerOfRecord.did,
  };
  return template.holders.map((holder) => candidates[holder]).find((did) => did !== undefined);
}

/** The exporter or producer that a line's certification names, for the agency's step before a denial. */
export function makerOf(dossier: Dossier, path: string, role: 'exporter' | 'producer'): string | undefined {
  const line = lineOf(dossier, path) ?? dossier.entry.lines[0];
  const certificates = evidenceOf(dossier.evidence, 'CertificationOfOrigin');
  const certificate = certificates.find(({ digest }) => digest === line?.certificate)?.document;
  if (role === 'exporter') return certificate?.exporter?.did;
  const producer = certificate?.producer;
  const named = producer && 'name' in producer ? producer.did : undefined;
  return named ?? line?.manufacturer?.did;
}

/** The good that is asked about, as its own documents call it: no price, nothing of another line. */
export function aboutOf(dossier: Dossier, path: string): string {
  const line = lineOf(dossier, path);
  if (!line) return 'The entry as a whole';
  const lot = line.lot ? `, lot ${line.lot}` : '';
  return `Line ${line.number}: ${line.description}${lot}, invoice ${line.invoice.number} line ${line.invoice.line}`;
}
