import type { StatusSnapshot } from '@portolan/credentials';
import { type FormTrust, snapshotOfVerdict } from '@portolan/credentials/forms';
import type { JsonObject } from '@portolan/kernel';
import { askForLists } from '../../credentials/trust/ask-lists.ts';
import { verifyFormApart } from '../../platform/forms/index.ts';
import type { VcContext } from '../context.ts';

type ListTrust = Pick<FormTrust, 'crypto' | 'at' | 'signedAt' | 'resolveDid'>;

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
  const snapshot = await snapshotOfVerdict(verdict, trust.at, trust.at);
  return snapshot.ok && urls.includes(snapshot.value.url) ? snapshot.value : undefined;
}
