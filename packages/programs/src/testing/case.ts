import type { Fragment, Verdict } from '@portolan/credentials';
import {
  type DocumentMap,
  type DocumentType,
  type Evidence,
  findDrift,
  linkDocuments,
} from '@portolan/documents';
import { assembleEntry, type Entry } from '@portolan/filing';
import { digestJson, instant, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Dossier } from '../dossier.ts';
import type { Evaluation } from '../evaluation.ts';
import { noObservations, type Observations } from '../observations.ts';
import { sampleTenant } from '../sample-community.ts';
import { evaluate } from '../usmca-cafta/rule-versions.ts';
import type { Slug } from '../usmca-cafta/stories/file.ts';
import { identityFile, powerOfAttorney } from '../usmca-cafta/stories/standing.ts';
import {
  mangoBill,
  mangoCertificate,
  mangoInvoice,
  mangoPackingList,
} from '../usmca-cafta/stories/variant-documents.ts';
import { reference } from './example.ts';

/** Test support: one shipment of Mexican mangoes in which every rule is kept, to be changed in one place. */

export const AT = '2026-06-12T17:00:00.000Z';

export interface Item<T extends DocumentType = DocumentType> {
  readonly type: T;
  readonly document: DocumentMap[T];
  /** Who signed; none for a file that nobody signed. */
  readonly by?: Slug;
  readonly fragments?: readonly Fragment[];
  readonly signedAt?: string;
}

/** What a test changes about the shipment. */
export interface Change {
  readonly evidence?: (items: Item[]) => Item[];
  readonly typed?: Readonly<Record<string, JsonValue>>;
  readonly entry?: (entry: Entry) => Entry;
  readonly observations?: Partial<Observations>;
  readonly dossier?: Partial<Dossier>;
  readonly at?: string;
}

export function goodShipment(): Item[] {
  return [
    { type: 'CommercialInvoice', document: mangoInvoice, by: 'grower' },
    { type: 'PackingList', document: mangoPackingList },
    { type: 'BillOfLading', document: mangoBill, by: 'carrier' },
    { type: 'CertificationOfOrigin', document: mangoCertificate, by: 'grower' },
    { ...(identityFile('grower').subject as Item), by: 'agency' },
    { type: 'PowerOfAttorney', document: powerOfAttorney, by: 'importer' },
  ];
}

/** The same items with the documents of one type changed. */
export function edit<T extends DocumentType>(
  type: T,
  change: (document: DocumentMap[T]) => DocumentMap[T],
): (items: Item[]) => Item[] {
  return (items) =>
    items.map((item) =>
      item.type === type ? ({ ...item, document: change(item.document as DocumentMap[T]) } as Item) : item,
    );
}

/** The same items with members of the items of one type changed: signer, verdict, signing time. */
export function resign(type: DocumentType, change: Partial<Item>): (items: Item[]) => Item[] {
  return (items) => items.map((item) => (item.type === type ? { ...item, ...change } : item));
}

export function without(type: DocumentType): (items: Item[]) => Item[] {
  return (items) => items.filter((item) => item.type !== type);
}

export function fragment(name: Fragment['name'], outcome: Fragment['outcome'], code?: string): Fragment {
  const refusal = {
    code: code ?? '',
    path: '',
    fault: 'signer' as const,
    message: 'for a reason',
    mend: 'mend it',
  };
  return { name, outcome, reason: 'for a reason', refusals: code ? [refusal] : [] };
}

export function evidenceOfItem({ type, document, by, fragments = [], signedAt = AT }: Item): Evidence {
  const digest = digestJson(nodeCrypto, { type, by: by ?? null, document } as unknown as JsonValue);
  const base = { digest, type, document } as unknown as Evidence;
  if (by === undefined) return { ...base, class: 'imported' };
  const issuer = sampleTenant(by).did;
  const accreditation = fragment(
    'accreditation',
    ['OrganizationIdentity', 'RegionalValueStatement'].includes(type) ? 'passed' : 'not-applicable',
  );
  const verdict: Verdict = {
    verified: fragments.length === 0,
    digest,
    issuer,
    types: ['VerifiableCredential', type],
    signedAt: { instant: instant(signedAt), source: 'log' },
    custody: 'member',
    fragments: [accreditation, ...fragments],
  };
  return { ...base, class: 'signed', issuer, signedAt, verdict };
}

export function dossierWith({
  evidence: change = (items) => items,
  typed = {},
  entry,
  dossier,
  at = AT,
}: Change): Dossier {
  const evidence = change(goodShipment()).map(evidenceOfItem);
  const { name, did, filerCode = '' } = sampleTenant('broker');
  const assembly = assembleEntry(
    evidence,
    { filer: { code: filerCode, name, did }, typed, at, entryNumber: 'ZZ9-0000103-5' },
    reference.tariff,
  );
  const { complete, asks, refusals } = assembly;
  if (!complete) throw new Error(`not complete: ${JSON.stringify({ asks, refusals })}`);
  const links = linkDocuments(evidence);
  return {
    entry: entry ? entry(complete) : complete,
    provenance: assembly.provenance,
    evidence,
    links,
    drifts: findDrift(evidence, links),
    filer: { did },
    filedAt: at,
    ...dossier,
  };
}

export function evaluateWith(change: Change = {}): Evaluation {
  return evaluated(dossierWith(change), change.observations);
}

export function evaluated(dossier: Dossier, observations: Partial<Observations> = {}): Evaluation {
  const at = dossier.filedAt;
  return evaluate(dossier, { ...noObservations(at), ...observations }, reference, {
    decisionAt: at,
    knownAt: at,
  });
}

/** The codes that decide the outcome, sorted. */
export function deciding({ reasons }: Evaluation): string[] {
  return reasons.toSorted();
}

export function codes({ findings }: Evaluation): string[] {
  return [...new Set(findings.map(({ code }) => code))].sort();
}
