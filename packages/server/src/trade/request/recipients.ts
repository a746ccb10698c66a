import { evidenceOf } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import type { Dossier, RequestTemplate } from '@portolan/programs';
import { signerOf } from '../entry/filed.ts';
import type { Recipient } from './body.ts';

type Holder = RequestTemplate['holders'][number];
export type MakerRole = 'exporter' | 'producer';

/** The line that a pointer of an entry stands in; undefined for a field of the whole entry. */
export function lineOf({ entry }: Pick<Dossier, 'entry'>, path: string): EntryLine | undefined {
  const [, index] = /^\/lines\/(\d+)(?:\/|$)/.exec(path) ?? [];
  return index === undefined ? undefined : entry.lines[Number(index)];
}

/**
 * Whom a request is routed to at once: importer of record, filer, and those whom the dossier identifies as holding the
 * evidence, the template's first choice first. A question about the whole entry goes to a holder only when all lines
 * have the same one: nobody is asked about goods of somebody else.
 */
export function recipientsOf(dossier: Dossier, template: RequestTemplate, path: string): Recipient[] {
  const { importerOfRecord, filer } = dossier.entry;
  const holders = template.holders.flatMap((role): Recipient[] => {
    const did = holderDid(dossier, role, path);
    return did === undefined || role === 'importer' ? [] : [{ did, role, holds: true }];
  });
  const holds = (did: string) =>
    holders.some((holder) => holder.did === did) ||
    (template.holders.includes('importer') && did === importerOfRecord.did);
  const parties: Recipient[] = [];
  if (importerOfRecord.did)
    parties.push({ did: importerOfRecord.did, role: 'importer', holds: holds(importerOfRecord.did) });
  parties.push({ did: filer.did, role: 'filer', holds: holds(filer.did) });
  return onceEach([...parties, ...holders]);
}

/** The one who answers first: the holder whom the template names first, else the importer, else the filer. */
export function firstHolder(
  recipients: readonly Recipient[],
  { holders }: RequestTemplate,
): string | undefined {
  const chosen = holders.map((role) => recipients.find((one) => one.role === role && one.holds));
  return [...chosen, ...recipients.filter(({ holds }) => holds)].find((one) => one !== undefined)?.did;
}

function onceEach(recipients: readonly Recipient[]): Recipient[] {
  const seen = new Set<string>();
  return recipients.filter(({ did }) => !seen.has(did) && seen.add(did));
}

function holderDid(dossier: Dossier, role: Holder, path: string): string | undefined {
  const line = lineOf(dossier, path);
  const lines = line ? [line] : dossier.entry.lines;
  const dids = new Set(lines.map((one) => candidate(dossier, role, one)));
  const [only] = dids;
  return dids.size === 1 ? only : undefined;
}

function candidate(dossier: Dossier, role: Holder, line: EntryLine): string | undefined {
  switch (role) {
    case 'manufacturer':
      return line.manufacturer?.did;
    case 'certifier':
      return signerOf(dossier.evidence, line.certificate);
    case 'carrier':
      return evidenceOf(dossier.evidence, 'BillOfLading').find(({ issuer }) => issuer !== undefined)?.issuer;
    case 'importer':
      return dossier.entry.importerOfRecord.did;
  }
}

/** The exporter or producer of a line, as its certification names them, else its seller or manufacturer. */
export function makerOf(dossier: Dossier, path: string, role: MakerRole): string | undefined {
  const line = lineOf(dossier, path);
  const lines = line ? [line] : dossier.entry.lines;
  const dids = new Set(lines.map((one) => makerOfLine(dossier, one, role)));
  const [only] = dids;
  return dids.size === 1 ? only : undefined;
}

function makerOfLine({ evidence }: Dossier, line: EntryLine, role: MakerRole): string | undefined {
  const certificate = evidenceOf(evidence, 'CertificationOfOrigin').find(
    ({ digest }) => digest === line.certificate,
  )?.document;
  const { exporter, producer } = certificate ?? {};
  const certifier = certificate?.certifier.role === role ? certificate.certifier.party.did : undefined;
  if (role === 'producer') {
    const named = producer && 'name' in producer ? producer.did : undefined;
    return named ?? certifier ?? line.manufacturer?.did;
  }
  const invoice = evidenceOf(evidence, 'CommercialInvoice').find(
    ({ document }) => document.number === line.invoice.number,
  );
  return exporter?.did ?? certifier ?? invoice?.document.seller.did;
}

/** The good that is asked about, as its own documents call it: no price, nothing of another line. */
export function aboutOf(dossier: Dossier, path: string): string {
  const line = lineOf(dossier, path);
  if (!line) return 'The entry as a whole';
  const lot = line.lot ? `, lot ${line.lot}` : '';
  return `Line ${line.number}: ${line.description}${lot}, invoice ${line.invoice.number} line ${line.invoice.line}`;
}
