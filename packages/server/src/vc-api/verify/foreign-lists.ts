import { decodeStatusList, type StatusSnapshot } from '@portolan/credentials';
import type { FormTrust } from '@portolan/credentials/forms';
import {
  addSeconds,
  digestJson,
  type Instant,
  isRecord,
  type JsonObject,
  parseInstant,
} from '@portolan/kernel';
import { askForLists } from '../../credentials/trust/ask-lists.ts';
import { verifyFormApart } from '../../platform/forms/index.ts';
import type { VcContext } from '../context.ts';

type ListTrust = Pick<FormTrust, 'crypto' | 'at' | 'signedAt' | 'resolveDid'>;

/** The standard's time to live of a list that names none, in milliseconds (Bitstring Status List 1.0, section 2.2). */
const USUAL_TTL = 300_000;

/**
 * Lists of issuers elsewhere in whatever form they are signed, asked for where the operator allows it. A list that does not
 * verify is no list: its status stays unknown.
 */
export async function foreignSnapshots(
  context: VcContext,
  urls: readonly string[],
  trust: ListTrust,
): Promise<StatusSnapshot[]> {
  if (urls.length === 0) return [];
  const signed = await askForLists(context, new Map(urls.map((url) => [url, new Set<string>()])));
  const snapshots = await Promise.all(signed.map((list) => snapshotOf(context, list, urls, trust)));
  return snapshots.flatMap((snapshot) => snapshot ?? []);
}

async function snapshotOf(
  context: VcContext,
  list: JsonObject,
  urls: readonly string[],
  trust: ListTrust,
): Promise<StatusSnapshot | undefined> {
  const verdict = await verifyFormApart(context, list, {
    ...trust,
    tolerate: ['unknown-type', 'unknown-status'],
  });
  const { credential, issuer, types, verified } = verdict;
  const url = urls.find((wanted) => credential?.id === wanted);
  const subject = credential?.credentialSubject;
  if (!verified || !credential || url === undefined || !types.includes('BitstringStatusListCredential'))
    return undefined;
  if (!isRecord(subject) || typeof subject.encodedList !== 'string') return undefined;
  const bits = await decodeStatusList(subject.encodedList);
  if (!bits.ok) return undefined;
  const purposes = [subject.statusPurpose].flat().filter((purpose) => typeof purpose === 'string');
  const validFrom = instantOr(credential.validFrom, trust.at);
  const ttl = typeof subject.ttl === 'number' && subject.ttl >= 0 ? subject.ttl : USUAL_TTL;
  const digest = digestJson(trust.crypto, list);
  return {
    url,
    issuer,
    purposes,
    bits: bits.value,
    validFrom,
    freshUntil: endOf(credential, validFrom, ttl),
    digest,
  };
}

/** The earlier of the end of validity and of the time to live. */
function endOf({ validUntil }: Readonly<Record<string, unknown>>, validFrom: Instant, ttl: number): Instant {
  const fresh = addSeconds(validFrom, ttl / 1000);
  const until = instantOr(validUntil, fresh);
  return until < fresh ? until : fresh;
}

function instantOr(value: unknown, otherwise: Instant): Instant {
  const time = parseInstant(value);
  return time.ok ? time.value : otherwise;
}
