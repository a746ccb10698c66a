import type { Verdict } from '@portolan/credentials';
import { type Evidence, readSingle } from '@portolan/documents';
import { type Digest, isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import type { AuthorityObservation } from '@portolan/programs';
import { attachmentMissing } from '../../exchange/attachments.ts';
import type { Moment } from '../../exchange/moment.ts';
import type { ReceivedFile } from '../../exchange/received.ts';
import { observedAuthority } from '../../parties/authority/observe.ts';
import { authorityNear, type HeldAuthority } from '../../parties/authority/store.ts';
import { authorityIn, authorityTypeOf } from '../../parties/authority/take.ts';
import type { TradeContext } from '../context.ts';
import { heldCredential, heldEvidence } from '../evidence/held.ts';
import { importedEvidence, signedEvidence } from '../evidence/item.ts';
import { credentialBytes, fileContent, type Taken } from '../evidence/taken.ts';
import { verifyBatch } from '../evidence/verify.ts';
import { type EvidenceRow, readEvidence } from '../store/evidence.ts';
import { type StandingQuery, type StandingRow, standingOf } from '../store/standing.ts';
import type { FormedFiling } from './check-form.ts';
import { lineRecords } from './line-records.ts';

/** A filing with its documents read and verified, and with what the agency has on record about its parties. */
export interface GatheredFiling extends FormedFiling {
  readonly documents: readonly Taken[];
  readonly onRecord: readonly Evidence[];
  readonly statusLists: readonly { readonly url: string; readonly digest: string }[];
  /** What bears on the authority of the filer beyond the importer's own power, where there is something. */
  readonly authority?: AuthorityObservation;
  /** Credentials about authority that came along, to be kept. */
  readonly carriedAuthority: readonly HeldAuthority[];
}

interface Sources {
  readonly context: TradeContext;
  readonly held: ReadonlyMap<string, EvidenceRow>;
  readonly credentials: ReadonlyMap<Digest, JsonObject>;
  readonly verdicts: ReadonlyMap<Digest, Verdict>;
  /** Evidence on record that was read for one filing of the batch; the others share it. */
  readonly recorded: Map<string, Evidence>;
}

/**
 * Gathers the documents of a batch of filings to one agency: attached ones, those that the agency holds, and what it
 * has on record. Every credential of the batch is verified once. One filing or its refusals for each, in order.
 */
export async function gather(
  context: TradeContext,
  agencyId: string,
  moment: Moment,
  filings: readonly FormedFiling[],
): Promise<(GatheredFiling | readonly Refusal[])[]> {
  const queries = filings.map(standingQueries);
  const [standing, authority, lines] = await Promise.all([
    standingOf(context.pool, agencyId, queries.flat(), moment.at.slice(0, 10)),
    authorityNear(context.pool, agencyId, filings.flatMap(actingIn)),
    lineRecords(context, agencyId, filings),
  ]);
  const wanted = [
    ...filings.flatMap(absentDigests),
    ...standing.map(({ digest }) => digest),
    ...authority,
    ...[...lines.values()].flat(),
  ];
  const held = await readEvidence(context.pool, agencyId, wanted);
  const credentials = new Map<Digest, JsonObject>();
  for (const row of held.values())
    if (row.class === 'signed') credentials.set(row.digest, heldCredential(row));
  const heldAuthority = aboutAuthority(credentials);
  for (const { received } of filings)
    for (const [digest, credential] of received.credentials) credentials.set(digest, credential);
  const stapled = differentLists(filings);
  const secured = new Map(filings.flatMap(({ received }) => [...received.secured]));
  const { verdicts, statusLists } = await verifyBatch(
    context,
    agencyId,
    credentials,
    moment,
    stapled,
    secured,
  );
  const sources = { context, held, credentials, verdicts, recorded: new Map<string, Evidence>() };
  return filings.map((filing, index) => {
    const documents = documentsOf(filing, sources);
    if (!documents.ok) return documents.refusals;
    const onRecord = [
      ...recordsOf(filing, queries[index] ?? [], standing, sources),
      ...heldOf(filing, lines.get(filing) ?? [], sources),
    ];
    const acting = authorityOf(filing, heldAuthority, verdicts);
    const used = statusUrls([...documents.taken.map(({ evidence }) => evidence), ...onRecord], credentials);
    return {
      ...filing,
      documents: documents.taken,
      onRecord,
      statusLists: statusLists.filter(({ url }) => used.has(url)),
      ...(acting ? { authority: acting } : {}),
      carriedAuthority: carriedBy(filing, verdicts),
    };
  });
}

/** The status lists of a batch, each once: senders staple the same lists to many envelopes. */
function differentLists(filings: readonly FormedFiling[]): JsonObject[] {
  const lists = filings.flatMap(({ received }) => received.statusLists);
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
}

function aboutAuthority(credentials: ReadonlyMap<Digest, JsonObject>): Map<Digest, JsonObject> {
  return new Map([...credentials].filter(([, credential]) => authorityTypeOf(credential)));
}

/**
 * What bears on the authority of one filer: what the agency holds and what came with this filing, never what came with another
 * of the batch. Powers of attorney alone say no more than the rules see among the documents, and are not read.
 */
function authorityOf(
  filing: FormedFiling,
  held: ReadonlyMap<Digest, JsonObject>,
  verdicts: ReadonlyMap<Digest, Verdict>,
): AuthorityObservation | undefined {
  const known = new Map([...held, ...aboutAuthority(filing.received.credentials)]);
  const further = [...known.values()].some((credential) => authorityTypeOf(credential) !== 'PowerOfAttorney');
  return further ? observedAuthority(known, verdicts, actingFor(filing)) : undefined;
}

/** Whose authority matters: the filer, and the person who signs for it. */
function actingIn({ body }: FormedFiling): string[] {
  return [body.entry.filer.did, ...(body.signatory ? [body.signatory.did] : [])];
}

function actingFor({ body: { entry, signatory } }: FormedFiling) {
  return {
    ...{ principal: entry.importerOfRecord.did, actor: entry.filer.did },
    ...(signatory ? { person: signatory.did } : {}),
  };
}

/** Credentials about authority that came with a filing. Powers of attorney among its documents are kept as documents. */
function carriedBy(
  { received, body }: FormedFiling,
  verdicts: ReadonlyMap<Digest, Verdict>,
): HeldAuthority[] {
  const documents = new Set(body.evidence.map(({ digest }) => digest));
  const credentials = new Map([...received.credentials].filter(([digest]) => !documents.has(digest)));
  if (credentials.size === 0) return [];
  const { receiver, envelope, moment } = received;
  return authorityIn({ tenantId: receiver.id, from: envelope.from, moment, credentials, verdicts });
}

/** Whose identity and powers matter: the importer's power for the filer, and who each signer is. */
function standingQueries({ body, received }: FormedFiling): StandingQuery[] {
  const { filer, importerOfRecord: importer } = body.entry;
  const issuers = [...received.credentials.values()].map(({ issuer }) =>
    isRecord(issuer) ? issuer.id : issuer,
  );
  const sources = Object.values(body.provenance).map(({ issuer }) => issuer);
  const makers = body.entry.lines.map(({ manufacturer }) => manufacturer?.did);
  const parties = new Set([...issuers, ...sources, ...makers].filter((did) => typeof did === 'string'));
  const identities = [...parties].map(
    (subject): StandingQuery => ({ subject, other: '', type: 'OrganizationIdentity' }),
  );
  if (!importer.did) return identities;
  return [{ subject: importer.did, other: filer.did, type: 'PowerOfAttorney' }, ...identities];
}

function absentDigests({ body, received }: FormedFiling): string[] {
  return body.evidence
    .map(({ digest }) => digest as Digest)
    .filter((digest) => !received.credentials.has(digest) && !received.files.has(digest));
}

type Documents = { ok: true; taken: Taken[] } | { ok: false; refusals: Refusal[] };

function documentsOf(filing: FormedFiling, sources: Sources): Documents {
  const taken: Taken[] = [];
  const refusals: Refusal[] = [];
  for (const [index, { digest, name }] of filing.body.evidence.entries()) {
    const document = documentOf(filing, digest as Digest, name, sources);
    if (document === undefined) refusals.push(attachmentMissing(digest, index));
    else if ('evidence' in document) taken.push(document);
    else
      refusals.push(
        ...document.map((refusal) => ({ ...refusal, path: `/body/evidence/${index}${refusal.path}` })),
      );
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, taken };
}

function documentOf(
  { received }: FormedFiling,
  digest: Digest,
  name: string | undefined,
  { context, held, credentials, verdicts }: Sources,
): Taken | readonly Refusal[] | undefined {
  const file = received.files.get(digest);
  if (file) return fileDocument(context, file);
  const credential = credentials.get(digest);
  const verdict = verdicts.get(digest);
  if (!credential || !verdict) {
    const row = held.get(digest);
    return row && { evidence: heldEvidence(row), content: row.content, format: row.format };
  }
  const evidence = signedEvidence(credential, verdict, name);
  return (
    evidence && {
      evidence,
      content: credentialBytes(credential, received.secured.get(digest)),
      format: 'credential',
    }
  );
}

function fileDocument(
  context: TradeContext,
  { name, bytes, mediaType }: ReceivedFile,
): Taken | readonly Refusal[] {
  const media = mediaType ? { mediaType } : {};
  const read = readSingle({ name, bytes, ...media }, context.crypto);
  if (!read.ok) return read.refusals;
  const { format } = read.value;
  return {
    evidence: importedEvidence(read.value),
    content: fileContent(read.value, bytes),
    format,
    ...media,
  };
}

/** Evidence on record about the parties of one filing, without what the filing carries itself. */
function recordsOf(
  { body }: FormedFiling,
  queries: readonly StandingQuery[],
  standing: readonly StandingRow[],
  sources: Sources,
): Evidence[] {
  const carried = new Set(body.evidence.map(({ digest }) => digest));
  const asked = new Set(queries.map(standingKey));
  return standing
    .filter((row) => asked.has(standingKey(row)) && !carried.has(row.digest))
    .flatMap(({ digest }) => recordOf(digest, sources) ?? []);
}

function recordOf(digest: string, { held, verdicts, recorded }: Sources): Evidence | undefined {
  const known = recorded.get(digest);
  const row = held.get(digest);
  if (known || !row) return known;
  const read = heldEvidence(row, verdicts.get(digest as Digest));
  recorded.set(digest, read);
  return read;
}

/** Evidence that is held under some digests, without what the filing carries itself. */
function heldOf({ body }: FormedFiling, digests: readonly string[], sources: Sources): Evidence[] {
  const carried = new Set(body.evidence.map(({ digest }) => digest));
  return digests.flatMap((digest) => (carried.has(digest) ? [] : (recordOf(digest, sources) ?? [])));
}

/** Addresses of the status lists that the credentials of one filing name. */
function statusUrls(
  evidence: readonly Evidence[],
  credentials: ReadonlyMap<Digest, JsonObject>,
): Set<unknown> {
  const statuses = evidence.flatMap(
    ({ digest }) => credentials.get(digest as Digest)?.credentialStatus ?? [],
  );
  return new Set(
    statuses.flat().map((status) => (isRecord(status) ? status.statusListCredential : undefined)),
  );
}

function standingKey({ subject, other, type }: StandingQuery): string {
  return `${type} ${subject} ${other}`;
}
