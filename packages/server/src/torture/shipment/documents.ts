import { exampleFolders, type StoryFile, sampleTenant } from '@portolan/programs';
import type { Slug } from './signers.ts';

type Subject = StoryFile['subject'];

/** One document of a shipment and who signs it. */
export interface Paper {
  readonly issuer: Slug;
  readonly subject: Subject;
}

/** Who signs a document that the story carries as a plain file. */
const signersOfPlain: Partial<Record<Subject['type'], Slug>> = {
  PurchaseOrder: 'importer',
  PackingList: 'grower',
};

/**
 * The papers of the produce story under numbers of their own: eight credentials that differ from those of every other
 * serial. The grower's and the carrier's identities are the agency's attestations.
 */
export function papersOf(serial: number): Paper[] {
  const story = exampleFolders.find(({ folder }) => folder === 'nogales-truck');
  if (!story) throw new Error('the produce story is gone');
  const papers = story.files.map(paperOf);
  const numbers = new Map(papers.map(({ subject }) => [numberOf(subject), renumbered(subject, serial)]));
  return [...papers, carrierIdentity(papers)].map(({ issuer, subject }) => ({
    issuer,
    subject: replaceNumbers(subject, numbers, serial),
  }));
}

function paperOf(file: StoryFile): Paper {
  const issuer = file.form === 'credential' ? file.issuer : signersOfPlain[file.subject.type];
  if (!issuer) throw new Error(`nobody signs ${file.file}`);
  return { issuer, subject: file.subject };
}

function carrierIdentity(papers: readonly Paper[]): Paper {
  const { name, did, address, contact } = sampleTenant('carrier');
  const grower = papers.find(({ subject }) => subject.type === 'OrganizationIdentity');
  if (grower?.subject.type !== 'OrganizationIdentity') throw new Error('the story has no identity');
  const { goods: _goods, ...shared } = grower.subject.document;
  const organization = { name, did, address: { ...address }, contact: { ...contact } };
  return {
    issuer: 'agency',
    subject: { type: 'OrganizationIdentity', document: { ...shared, organization, roles: ['carrier'] } },
  };
}

function numberOf({ document }: Subject): string {
  return 'number' in document ? document.number : document.registry.number;
}

/** A bill of lading's number is the carrier's code and up to twelve characters; other numbers just get longer. */
function renumbered(subject: Subject, serial: number): string {
  const text = String(serial).padStart(7, '0');
  return subject.type === 'BillOfLading' ? `ZZZZ${text}` : `${numberOf(subject)}-${text}`;
}

function replaceNumbers(subject: Subject, numbers: ReadonlyMap<string, string>, serial: number): Subject {
  const renumber = (_key: string, value: unknown) =>
    typeof value === 'string' ? (numbers.get(value) ?? value) : value;
  const changed = JSON.parse(JSON.stringify(subject), renumber) as Subject;
  if (changed.type !== 'OrganizationIdentity' || changed.document.roles[0] !== 'carrier') return changed;
  const registry = { ...changed.document.registry, number: `SRT-CARRIER-${serial}` };
  return { type: changed.type, document: { ...changed.document, registry } };
}
