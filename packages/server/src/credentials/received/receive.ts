import { needsOf } from '@portolan/credentials/forms';
import { fieldLabel, readableClaims, recognizedType, referenceNumbers } from '@portolan/documents';
import { isRecord, type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { takeReceivedCredential } from '../../pipelines/received.ts';
import { audit } from '../../platform/audit.ts';
import type { NodeContext } from '../../platform/context.ts';
import { verifyFormApart } from '../../platform/forms/index.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { vcTrust } from '../../vc-api/verify/trust.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import { contextsFor } from './contexts.ts';
import { casesOfNumbers, linkCases, type ReceivedRow, readReceived, saveReceived } from './store.ts';

export interface Receiver {
  readonly tenantId: string;
  readonly actor: string;
}

const TITLE_FIELDS = /(?:number|no|name|identifier)$/i;

/**
 * Keeps a credential of a public vocabulary: verified in whatever form it has, and linked to the cases whose numbers it names. One
 * that does not verify is kept with its verdict, so that its owner sees why. Refuses what is no credential, and types of no
 * vocabulary that is recognized here.
 */
export async function receiveCredential(
  context: NodeContext,
  { tenantId, actor }: Receiver,
  value: JsonValue,
): Promise<Result<ReceivedRow>> {
  const at = context.clock.now();
  const trust = await vcTrust(context, { tenantId, actor, origin: '' }, needsOf(value));
  const contexts = contextsFor(value, context.contexts);
  const verdict = await verifyFormApart(context, value, { ...trust, contexts });
  const { credential, digest, issuer, form, verified, types } = verdict;
  if (!credential) return refused(verdict.fragments.flatMap(({ refusals }) => refusals));
  const named = types.length > 0 ? types : typesOf(credential);
  const type = recognizedType(named);
  if (!type) return refused(notRecognized(named));
  const subject = (credential.credentialSubject ?? {}) as JsonValue;
  const numbers = referenceNumbers(subject);
  const title = titleOf(type.label, subject);
  await withTransaction(context.pool, async (tx) => {
    await saveReceived(tx, {
      ...{
        tenantId,
        digest: digest as ReceivedRow['digest'],
        type: type.type,
        title,
        issuer,
        form,
        verified,
        verdict,
      },
      ...{ credential: keptForm(value, credential), numbers, received_at: at, receivedBy: actor },
      search: [title, type.type, ...numbers].join(' ').toLowerCase(),
    });
    await takeReceivedCredential(tx, { tenantId, digest, type: type.type, subject });
    await linkCases(tx, tenantId, digest, await casesOfNumbers(tx, tenantId, numbers), at);
    await context.log.append(tx, [{ kind: 'credential', digest, at }]);
    await audit(tx, {
      tenantId,
      at,
      actor,
      action: 'credential.receive',
      subject: digest,
      detail: { type: type.type },
    });
  });
  return ok((await readReceived(context.pool, tenantId, digest)) as ReceivedRow);
}

/** As it came, so that its digest and its signature stay; a bare token is kept in the envelope that stands for it. */
function keptForm(value: JsonValue, disclosed: Readonly<Record<string, JsonValue>>): JsonObject {
  return isRecord(value) ? (value as JsonObject) : { ...disclosed, token: value };
}

function typesOf({ type }: Readonly<Record<string, JsonValue>>): string[] {
  return [type ?? []].flat().filter((name) => typeof name === 'string');
}

/** What the credential is, and its first number or name. */
function titleOf(label: string, subject: JsonValue): string {
  const [found] = readableClaims(subject).filter(({ place }) => TITLE_FIELDS.test(place.at(-1) ?? ''));
  return found ? `${label} ${found.value}`.slice(0, 200) : label;
}

function notRecognized(types: readonly string[]) {
  const params = { types: types.map(fieldLabel).join(', ').slice(0, 200) || 'nothing' };
  return credentialServiceCatalogue.refuse('NODE_VOCABULARY_UNKNOWN', { path: '/credential/type', params });
}
