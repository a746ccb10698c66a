import { BASE_TYPE, CREDENTIALS_CONTEXT, issueCredential, PORTOLAN_CONTEXT } from '@portolan/credentials';
import { canonicalize, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  type SampleTenant,
  type StoryPaper,
  sampleTenant,
  steelParty,
  steelStories,
} from '@portolan/programs';
import { sampleSigner } from '../../../torture/shipment/signers.ts';
import { uploadForm } from '../../testing/shipment.ts';

/** The beams of the story of steel, or as much of the same heat sold to somebody else. */
export interface SteelSale {
  /** Stands in every number of its papers. */
  readonly serial: string;
  readonly kilograms: string;
  readonly dollars: string;
  readonly buyer: 'steel-buyer' | 'importer';
}

export const firstSale: SteelSale = {
  ...{ serial: '118', kilograms: '20000', dollars: '18000.00', buyer: 'steel-buyer' },
};

const typed = { '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false };

export interface SteelFile {
  readonly name: string;
  readonly content: string;
}

/** The papers of a sale, signed, as a form that files them at once. */
export async function steelForm(sale: SteelSale): Promise<FormData> {
  return filingForm(await steelFiles(sale));
}

/** The papers of a sale, signed; `written` puts the document of a paper otherwise before it is. */
export function steelFiles(
  sale: SteelSale,
  written: (name: string, document: JsonObject) => JsonObject = (_, document) => document,
): Promise<SteelFile[]> {
  const [story] = steelStories;
  const papers = (story?.papers ?? []).filter(({ name, told }) => !told && name !== 'EntryNumber');
  return Promise.all(
    papers.map((paper) => {
      const told = retold(paper, sale);
      const document = written(told.name, told.content.document as unknown as JsonObject);
      return fileOf({ ...told, content: { ...told.content, document } } as unknown as StoryPaper);
    }),
  );
}

export function filingForm(files: readonly SteelFile[]): FormData {
  return uploadForm(files, { typed: JSON.stringify(typed) });
}

function retold(paper: StoryPaper, { serial, kilograms, dollars, buyer }: SteelSale): StoryPaper {
  const text = JSON.stringify(paper)
    .replaceAll(JSON.stringify(steelParty('buyer')), JSON.stringify(partyOf(buyer)))
    .replaceAll(/(2606-|26-0|2606|SMP0|-)118\b/g, `$1${serial}`)
    .replaceAll('"20000"', JSON.stringify(kilograms))
    .replaceAll('"19872"', JSON.stringify(kilograms))
    .replaceAll('"20100"', JSON.stringify(String(Number(kilograms) + 100)))
    .replaceAll('18000.00', dollars);
  return JSON.parse(text) as StoryPaper;
}

function partyOf(slug: SampleTenant['slug']) {
  const { address, contact, did, identifiers, name } = sampleTenant(slug);
  return { name, did, ...(identifiers.length > 0 ? { identifiers } : {}), address, contact };
}

async function fileOf({ at, by, content, name }: StoryPaper) {
  const slug = by === undefined ? undefined : sampleSlugOf(by);
  if (!slug) throw new Error(`${name} is not signed`);
  const issuer = slug === 'steel-buyer' ? issuerOf(content.document) : slug;
  const signer = sampleSigner(issuer);
  const unsigned = {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: `urn:sample:${name}:${JSON.stringify(content).length}`,
    type: [BASE_TYPE, content.type],
    issuer: signer.did,
    validFrom: instant(at),
    credentialSubject: content.document as unknown as JsonObject,
  };
  const signed = await issueCredential(unsigned, signer, nodeCrypto, { created: instant(at) });
  return { name: `${name}.vc.json`, content: canonicalize(signed as unknown as JsonObject) };
}

function sampleSlugOf(actor: NonNullable<StoryPaper['by']>): SampleTenant['slug'] {
  return actor === 'broker' || actor === 'agency' ? actor : `steel-${actor}`;
}

/** The buyer's papers are signed by whoever buys. */
function issuerOf(document: object): SampleTenant['slug'] {
  const { did } = sampleTenant('importer');
  return JSON.stringify(document).includes(did) ? 'importer' : 'steel-buyer';
}
