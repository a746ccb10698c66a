import { randomUUID } from 'node:crypto';
import { signDocument } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import { assembleEntry } from '@portolan/filing';
import { type Digest, digestJson, formatEntryNumber, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { sampleTenant } from '@portolan/programs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { type Parcel, toWire } from '../../exchange/envelope.ts';
import { measuresOf } from '../../trade/draft/measures.ts';
import type { FilingBody } from '../../trade/filing/body.ts';
import { credentialOf } from './credentials.ts';
import { type Paper, papersOf } from './documents.ts';
import { type Slug, sampleSigner } from './signers.ts';
import { statusListsOf } from './status-lists.ts';

/** The day of the produce story, on which every filing happens. */
export const storyAt = instant('2026-06-12T16:00:00.000Z');

/** What the filer says itself: no claim for the dried chilies, which are Peruvian. */
export const typed = {
  '/bond': { type: '8', surety: '999' },
  '/lines/0/relatedParties': false,
  '/lines/3/spi': null,
} as const;

/** A filing as the filer's node sends it: the signed envelope with its credentials and status lists beside it. */
export interface PreparedFiling {
  readonly entryNumber: string;
  readonly wire: JsonObject;
}

const tariff = loadEmbeddedReference();
const issuers: readonly Slug[] = ['importer', 'grower', 'carrier', 'agency'];
let stapled: Promise<JsonObject[]> | undefined;

/** Signs the filing of one shipment: eight credentials and the broker's envelope, all of them its own. */
export async function prepareFiling(serial: number): Promise<PreparedFiling> {
  const papers = papersOf(serial);
  const credentials = await Promise.all(papers.map((paper) => credentialOf(paper, serial)));
  stapled ??= statusListsOf(issuers);
  const entryNumber = formatEntryNumber(broker().filer.code, serial);
  const body = bodyOf(
    entryNumber,
    papers.map((paper, index) => evidenceOf(paper, credentials[index] as JsonObject)),
  );
  const envelope = await seal(
    body,
    body.evidence.map(({ digest }) => digest as Digest),
  );
  return { entryNumber, wire: toWire({ envelope, credentials, files: [], statusLists: await stapled }) };
}

function broker() {
  const { name, did, filerCode = '' } = sampleTenant('broker');
  return { did, filer: { code: filerCode, name, did } };
}

/** Evidence as the filer has verified it. */
function evidenceOf({ issuer, subject }: Paper, credential: JsonObject): Evidence {
  const digest = digestJson(nodeCrypto, credential);
  const { did } = sampleTenant(issuer);
  const signedAt = { instant: storyAt, source: 'first-receipt' };
  const types = ['VerifiableCredential', subject.type];
  const verdict = { verified: true, digest, issuer: did, types, signedAt, custody: 'member', fragments: [] };
  return {
    ...subject,
    digest,
    class: 'signed',
    issuer: did,
    signedAt: storyAt,
    verdict,
  } as unknown as Evidence;
}

function bodyOf(entryNumber: string, evidence: readonly Evidence[]): FilingBody {
  const typedBy = 'Sample Entry Writer';
  const given = { filer: broker().filer, typed, typedBy, entryNumber, at: storyAt };
  const { complete, provenance, asks, refusals } = assembleEntry(evidence, given, tariff);
  if (!complete) throw new Error(`the shipment is not complete: ${JSON.stringify({ asks, refusals })}`);
  return {
    ...{ program: 'usmca-cafta', entry: complete, provenance, typed, typedBy },
    evidence: evidence.map(({ digest, type, class: kind }) => ({ digest, type, class: kind })),
    measures: measuresOf({ entry: complete, provenance, evidence, caught: [], filedAt: storyAt }),
  };
}

async function seal(body: FilingBody, attachments: readonly Digest[]): Promise<Parcel['envelope']> {
  const unsigned = {
    type: 'portolan/envelope@1',
    id: `urn:uuid:${randomUUID()}`,
    from: broker().did,
    to: sampleTenant('agency').did,
    thread: `urn:uuid:${randomUUID()}`,
    ...{ sentAt: storyAt, storyAt, kind: 'filing', body, attachments },
  };
  const signed = await signDocument(unsigned as unknown as JsonObject, sampleSigner('broker'), nodeCrypto, {
    created: storyAt,
    purpose: 'authentication',
  });
  return signed as unknown as Parcel['envelope'];
}
