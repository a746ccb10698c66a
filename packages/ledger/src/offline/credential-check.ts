import {
  type AccreditationAnswer,
  type DidDocument,
  type Fragment,
  parseDidDocument,
  type SigningTime,
  type StatusSnapshot,
  type Trust,
  type Verdict,
  verifyCredential,
  verifyStatusList,
} from '@portolan/credentials';
import { isRecord, type JsonValue, type Refusal, type Result } from '@portolan/kernel';
import { readHistories } from './did-histories.ts';
import type { VerifyOptions } from './options.ts';
import { type Check, type Fact, refusedCheck } from './report.ts';

export interface CredentialFinding {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly facts: readonly Fact[];
}

/** What a file brings along to judge its credential by: signed lists, and histories of keys that prove themselves. */
export interface BroughtAlong {
  readonly statusLists: readonly JsonValue[];
  readonly didLogs: readonly JsonValue[];
}

/** Verifies a credential with what is at hand: the reader's DID documents, the status lists and key histories of the evidence. */
export async function checkCredential(
  credential: JsonValue,
  { statusLists, didLogs }: BroughtAlong,
  signedAt: SigningTime,
  options: VerifyOptions,
): Promise<CredentialFinding> {
  const histories = await readHistories(didLogs, options);
  const documents = new Map([...readDidDocuments(options), ...histories.documents]);
  const base = { crypto: options.crypto, signedAt, resolveDid: (did: string) => documents.get(did) };
  // A list is signed anew all the time: the key that signs it must be in force now, whenever the credential was signed.
  const listTrust = { ...base, signedAt: { instant: options.at, source: 'first-receipt' as const } };
  const known = {
    at: options.at,
    schema: (type: string) => options.schema?.(type),
    accreditation: (did: string): AccreditationAnswer =>
      options.issuers?.includes(did) ? { state: 'accredited', by: 'the reader' } : { state: 'unknown' },
  } satisfies Partial<Trust>;
  const lists = await readStatusLists(
    statusLists,
    { ...listTrust, ...known, statusList: () => undefined },
    options,
  );
  const trust: Trust = { ...base, ...known, statusList: (url) => lists.snapshots.get(url) };
  const verdict = await (options.verify ?? verifyCredential)(credential, trust);
  const checks = verdict.fragments.map((fragment) => withoutRegister(fragment, options));
  const beside = [
    ...(lists.refusals.length > 0 ? [refusedCheck('status list', 'undetermined', lists.refusals)] : []),
    ...(histories.refusals.length > 0 ? [refusedCheck('key history', 'failed', histories.refusals)] : []),
  ];
  return { verdict, checks: [...checks, ...beside], facts: factsOf(verdict, credential) };
}

/** Without a register nobody was asked about accreditation, which is not the same as no answer. */
function withoutRegister(fragment: Fragment, { issuers }: VerifyOptions): Check {
  if (fragment.name !== 'accreditation' || issuers !== undefined || fragment.refusals.length === 0)
    return fragment;
  const reason =
    'Not asked: the trust register of an agency says who may issue this type, and none is at hand offline.';
  return { name: fragment.name, outcome: 'not-applicable', reason, refusals: [] };
}

function readDidDocuments({ didDocuments = [] }: VerifyOptions): Map<string, DidDocument> {
  const documents = new Map<string, DidDocument>();
  for (const value of didDocuments) {
    const id = isRecord(value) && typeof value.id === 'string' ? value.id : '';
    const parsed = parseDidDocument(value, id);
    if (parsed.ok) documents.set(id, parsed.value);
  }
  return documents;
}

async function readStatusLists(
  values: readonly JsonValue[],
  trust: Trust,
  { verifyList = verifyHouseList }: VerifyOptions,
): Promise<{ snapshots: Map<string, StatusSnapshot>; refusals: Refusal[] }> {
  const snapshots = new Map<string, StatusSnapshot>();
  const refusals: Refusal[] = [];
  for (const value of values) {
    const list = await verifyList(value, trust);
    if (list.ok) snapshots.set(list.value.url, list.value);
    else refusals.push(...list.refusals);
  }
  return { snapshots, refusals };
}

function verifyHouseList(value: unknown, trust: Trust): Promise<Result<StatusSnapshot>> {
  const url = isRecord(value) && typeof value.id === 'string' ? value.id : '';
  return verifyStatusList(value, url, trust);
}

function factsOf({ types, issuer, digest, signedAt }: Verdict, credential: JsonValue): Fact[] {
  const id = isRecord(credential) && typeof credential.id === 'string' ? credential.id : undefined;
  const source =
    signedAt.source === 'log'
      ? 'proved by the log receipt'
      : 'now: no trusted receipt proves an earlier time';
  return [
    { label: 'Credential', value: types.filter((type) => type !== 'VerifiableCredential').join(', ') },
    ...(id === undefined ? [] : [{ label: 'Id', value: id }]),
    { label: 'Issuer', value: issuer },
    { label: 'Digest', value: digest },
    { label: 'Signing time', value: `${signedAt.instant} (${source})` },
  ];
}
