import type { DocumentType } from '@portolan/documents';
import { exampleFolders, type SampleTenant, type StoryFile, sampleTenant } from '@portolan/programs';

export type Slug = SampleTenant['slug'];

/** A document of the shipment, and who signs it; nobody signs what travels as a plain file. */
export interface Paper {
  readonly name: string;
  readonly type: DocumentType;
  readonly document: object;
  readonly issuer?: Slug;
}

const story = exampleFolders.find(({ folder }) => folder === 'nogales-truck');
const storyDay = '2026-06-12';
const dayMs = 86_400_000;

/**
 * The papers of the produce story, its bell peppers alone, as they would be on another day and between organizations that
 * have identifiers of their own.
 */
export function pepperPapers(today: string, dids: Readonly<Partial<Record<Slug, string>>>): Paper[] {
  if (!story) throw new Error('the produce story is gone');
  const days = Math.round((Date.parse(today) - Date.parse(storyDay)) / dayMs);
  return story.files.map((file) => ({
    name: file.file.replace(/\..*$/, ''),
    type: file.subject.type,
    document: between(dids, moved(days, peppersOf(file.subject))),
    ...(file.form === 'credential' ? { issuer: file.issuer } : {}),
  }));
}

/** A document of the story without its other three goods. */
function peppersOf({ type, document }: StoryFile['subject']): object {
  switch (type) {
    case 'PurchaseOrder':
    case 'CommercialInvoice':
      return { ...document, lines: document.lines.slice(0, 1), total: document.lines[0]?.amount };
    case 'PackingList':
      return { ...document, lines: document.lines.slice(0, 1) };
    case 'CertificationOfOrigin':
      return { ...document, goods: document.goods.slice(0, 1) };
    case 'BillOfLading':
      return { ...document, ...packed() };
    default:
      return document;
  }
}

function packed(): object {
  const list = story?.files.find(({ subject }) => subject.type === 'PackingList')?.subject;
  if (list?.type !== 'PackingList') throw new Error('the story has no packing list');
  const { packages, grossWeight } = list.document.lines[0] ?? {};
  return { packages, grossWeight };
}

/** Every calendar date of a document, that many days later. */
function moved<T extends object>(days: number, document: T): T {
  const later = (_key: string, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? new Date(Date.parse(value) + days * dayMs).toISOString().slice(0, 10)
      : value;
  return JSON.parse(JSON.stringify(document), later) as T;
}

function between<T extends object>(dids: Readonly<Partial<Record<Slug, string>>>, document: T): T {
  const text = Object.entries(dids).reduce(
    (written, [slug, did]) => written.replaceAll(sampleTenant(slug as Slug).did, did),
    JSON.stringify(document),
  );
  return JSON.parse(text) as T;
}
