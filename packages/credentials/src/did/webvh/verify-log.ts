import {
  addSeconds,
  type CryptoPort,
  canonicalize,
  type Instant,
  isRecord,
  type JsonObject,
  ok,
  parseInstant,
  parseJson,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import type { DidDocument } from '../document.ts';
import { parseDidDocument } from '../parse-document.ts';
import { webvhAddress } from './address.ts';
import { hashOfJson, hashOfText } from './hash.ts';
import { keyOfProof } from './key-of-proof.ts';
import { nextParameters, type Parameters } from './parameters.ts';
import { checkWitnesses, type WitnessedEntry } from './witness.ts';

/** One version of a DID document, and since when it holds. */
export interface WebvhVersion {
  readonly versionId: string;
  readonly versionTime: Instant;
  readonly document: DidDocument;
}

/** The verified history of a did:webvh, oldest version first. */
export interface WebvhHistory {
  readonly did: string;
  readonly versions: readonly WebvhVersion[];
  readonly deactivated?: Instant;
  /** Seconds the history may be kept before it is looked up again. */
  readonly ttl: number;
}

export interface WebvhLog {
  /** The text of did.jsonl. */
  readonly log: string;
  /** The parsed did-witness.json, where the history has witnesses. */
  readonly witnesses?: unknown;
}

const MAX_ENTRIES = 1000;
const MAX_PROOFS = 10;
const CLOCK_SKEW_SECONDS = 300;
const VERSION = /^([1-9]\d{0,8})-([1-9A-HJ-NP-Za-km-z]{40,60})$/;
const UTC = /(?:Z|\+00:00)$/;

/**
 * Verifies the history of a did:webvh entry by entry (did:webvh 1.0, "Read (Resolve)"): form, hash chain, self-certifying
 * identifier, order in time, signatures by entitled keys, pre-rotation and witnesses. Refuses the whole history for one fault.
 */
export async function verifyWebvhLog(
  did: string,
  { log, witnesses }: WebvhLog,
  { crypto, at }: { readonly crypto: CryptoPort; readonly at: Instant },
): Promise<Result<WebvhHistory>> {
  const address = webvhAddress(did);
  if (!address.ok) return address;
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > MAX_ENTRIES)
    return refused(fault('CRED_WEBVH_LOG', 0, `it has ${lines.length} entries`));
  const states: EntryState[] = [];
  for (const line of lines) {
    const state = await nextState(line, states.at(-1), { scid: address.value.scid, crypto, at });
    if (!state.ok) return state;
    states.push(state.value);
  }
  const witnessed = await checkWitnesses(states, witnesses, crypto);
  if (!witnessed.ok) return witnessed;
  const versions = states.flatMap(({ version }) => (version.document.id === did ? [version] : []));
  if (versions.length === 0) return refused(fault('CRED_WEBVH_LOG', 0, 'no entry is of this identifier'));
  const last = states.at(-1) as EntryState;
  return ok({
    did,
    versions,
    ttl: last.parameters.ttl,
    ...(last.parameters.deactivated ? { deactivated: last.version.versionTime } : {}),
  });
}

interface EntryState extends WitnessedEntry {
  readonly number: number;
  readonly parameters: Parameters;
  readonly version: WebvhVersion;
}

interface LogContext {
  readonly scid: string;
  readonly crypto: CryptoPort;
  readonly at: Instant;
}

async function nextState(
  line: string,
  before: EntryState | undefined,
  context: LogContext,
): Promise<Result<EntryState>> {
  const number = (before?.number ?? 0) + 1;
  const entry = readEntry(line, number);
  if (!entry.ok) return entry;
  const { raw, hash, said } = entry.value;
  const parameters = nextParameters(before?.parameters, said);
  if (typeof parameters === 'string') return refused(fault('CRED_WEBVH_LOG', number, parameters));
  const wrong =
    scidFault(raw, parameters, before, context) ??
    hashFault(raw, hash, number, before, context) ??
    preRotationFault(parameters, number, before, context) ??
    (await proofFault(raw, parameters, number, before, context));
  if (wrong) return refused(wrong);
  const version = versionOf(raw, number, before, context);
  if (!version.ok) return version;
  const prior = before?.parameters.witness;
  return ok({
    number,
    parameters,
    version: version.value,
    versionId: version.value.versionId,
    // Witnesses approve their own appointment when there were none, and otherwise those before them do ("witness").
    witnesses: prior ?? parameters.witness,
  });
}

interface ReadEntry {
  readonly raw: JsonObject;
  readonly hash: string;
  readonly said: Record<string, unknown>;
}

function readEntry(line: string, number: number): Result<ReadEntry> {
  const value = parseJson(line);
  if (!value.ok || !isRecord(value.value))
    return refused(fault('CRED_WEBVH_LOG', number, 'it is not a JSON object'));
  const raw = value.value as JsonObject;
  const [, place, hash] = VERSION.exec(String(raw.versionId)) ?? [];
  if (hash === undefined || Number(place) !== number)
    return refused(fault('CRED_WEBVH_LOG', number, 'its versionId is not the next number with a hash'));
  return isRecord(raw.parameters) && isRecord(raw.state)
    ? ok({ raw, hash, said: raw.parameters })
    : refused(fault('CRED_WEBVH_LOG', number, 'it has no parameters or no state'));
}

/** "Verify SCID": the identifier is the hash of the first entry with a placeholder where the identifier stands. */
function scidFault(
  raw: JsonObject,
  { scid }: Parameters,
  before: EntryState | undefined,
  context: LogContext,
) {
  if (before !== undefined) return undefined;
  const { proof: _proof, ...unsigned } = raw;
  const text = canonicalize({ ...unsigned, versionId: '{SCID}' }).replaceAll(scid, '{SCID}');
  return scid === context.scid && hashOfText(context.crypto, text) === scid
    ? undefined
    : credentialsCatalogue.refuse('CRED_WEBVH_SCID');
}

/** "Verify The Entry Hash": over the entry with the version before it in the place of its own. */
function hashFault(
  raw: JsonObject,
  hash: string,
  number: number,
  before: EntryState | undefined,
  { crypto, scid }: LogContext,
) {
  const { proof: _proof, ...unsigned } = raw;
  const versionId = before?.versionId ?? scid;
  return hashOfJson(crypto, { ...unsigned, versionId }) === hash
    ? undefined
    : fault('CRED_WEBVH_HASH', number);
}

/** Every update key of an entry was announced by its hash in the entry before, where any were announced. */
function preRotationFault(
  { updateKeys }: Parameters,
  number: number,
  before: EntryState | undefined,
  { crypto }: LogContext,
) {
  const announced = before?.parameters.nextKeyHashes ?? [];
  if (announced.length === 0) return undefined;
  return updateKeys.every((key) => announced.includes(hashOfText(crypto, key)))
    ? undefined
    : fault('CRED_WEBVH_PREROTATION', number);
}

/** "Authorized Keys": the entry's own with pre-rotation and in the first entry, else those of the entry before. */
async function proofFault(
  raw: JsonObject,
  parameters: Parameters,
  number: number,
  before: EntryState | undefined,
  { crypto }: LogContext,
) {
  const rotated = (before?.parameters.nextKeyHashes ?? []).length > 0;
  const entitled = before === undefined || rotated ? parameters.updateKeys : before.parameters.updateKeys;
  const { proof, ...unsigned } = raw;
  const proofs: unknown[] = [proof ?? []].flat();
  if (proofs.length === 0 || proofs.length > MAX_PROOFS)
    return fault('CRED_WEBVH_PROOF', number, `it has ${proofs.length} proofs`);
  for (const item of proofs) {
    const key = await keyOfProof(unsigned, item, crypto);
    if (key === undefined) return fault('CRED_WEBVH_PROOF', number, 'a proof does not hold');
    if (!entitled.includes(key))
      return fault('CRED_WEBVH_PROOF', number, 'the key does not stand in updateKeys');
  }
  return undefined;
}

function versionOf(
  { versionId, versionTime, state }: JsonObject,
  number: number,
  before: EntryState | undefined,
  { scid, at }: LogContext,
): Result<WebvhVersion> {
  const time = parseInstant(versionTime);
  if (!time.ok || !UTC.test(String(versionTime)))
    return refused(fault('CRED_WEBVH_LOG', number, 'its time is not in UTC'));
  const earlier = before !== undefined && time.value <= before.version.versionTime;
  if (earlier || time.value > addSeconds(at, CLOCK_SKEW_SECONDS))
    return refused(fault('CRED_WEBVH_TIME', number));
  const { id } = state as { readonly id?: unknown };
  const address = typeof id === 'string' ? webvhAddress(id) : undefined;
  if (!address?.ok || address.value.scid !== scid)
    return refused(fault('CRED_WEBVH_LOG', number, 'its document is of another identifier'));
  const moved = before !== undefined && before.version.document.id !== id;
  if (moved && !before.parameters.portable)
    return refused(fault('CRED_WEBVH_LOG', number, 'the identifier moved, but is not portable'));
  const document = parseDidDocument(state, id as string);
  return document.ok
    ? ok({ versionId: versionId as string, versionTime: time.value, document: document.value })
    : document;
}

type LogCode =
  | 'CRED_WEBVH_LOG'
  | 'CRED_WEBVH_HASH'
  | 'CRED_WEBVH_TIME'
  | 'CRED_WEBVH_PROOF'
  | 'CRED_WEBVH_PREROTATION';

function fault(code: LogCode, entry: number, detail = '') {
  return credentialsCatalogue.refuse(code, { params: { entry, detail } });
}
