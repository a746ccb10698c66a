import { type DidDocument, verifyDocument } from '@portolan/credentials';
import {
  addSeconds,
  type CryptoPort,
  type Instant,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import type { Tenant } from '../platform/tenant.ts';
import { readAttachments } from './attachments.ts';
import { exchangeCatalogue } from './catalogue.ts';
import type { Parcel, SealedHere } from './envelope.ts';
import { type Moment, momentOf } from './moment.ts';
import type { Received } from './received.ts';

/** Clocks of two nodes may differ by this much. */
const toleratedSeconds = 300;

export interface Surroundings {
  readonly crypto: CryptoPort;
  readonly now: Instant;
  /** Tenants of this node by DID. */
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly senders: ReadonlyMap<string, DidDocument>;
}

/**
 * Looks at one parcel before anything is stored: receiver and sender known, the time possible, attachments named by
 * the signature, the signature valid for a key that the sender holds at receipt. What it can't read it refuses.
 */
export async function inspect(parcel: Parcel, around: Surroundings): Promise<Result<Received>> {
  const { envelope } = parcel;
  const receiver = around.tenants.get(envelope.to);
  if (!receiver) return refuse('NODE_RECEIVER_UNKNOWN', '/envelope/to', { to: envelope.to });
  const document = around.senders.get(envelope.from);
  if (!document) return refuse('NODE_SENDER_UNKNOWN', '/envelope/from', { from: envelope.from });
  if (envelope.sentAt > addSeconds(around.now, toleratedSeconds))
    return refuse('NODE_ENVELOPE_FUTURE', '/envelope/sentAt', { sentAt: envelope.sentAt });
  const sender = around.tenants.get(envelope.from);
  const parties = sender ? [receiver, sender] : [];
  const moment = momentOf({ clock: { now: () => around.now } }, envelope.storyAt, parties);
  if (!moment.ok) return moment;
  const signed = await checkSigned(parcel, document, moment.value, around);
  if (!signed.ok) return signed;
  const attachments = readAttachments(around.crypto, parcel);
  if (!attachments.ok) return attachments;
  return ok({
    envelope,
    ...signed.value,
    receiver,
    ...(sender ? { sender } : {}),
    moment: moment.value,
    ...attachments.value,
    statusLists: parcel.statusLists,
  });
}

/** Digest and bytes of an envelope whose signature holds for a key that its sender has at receipt. */
async function checkSigned(
  { envelope, sealedHere }: Parcel,
  document: DidDocument,
  { at }: Moment,
  { crypto }: Surroundings,
): Promise<Result<SealedHere>> {
  if (sealedHere) return ok(sealedHere);
  const signature = await verifyDocument(envelope as unknown as JsonObject, {
    crypto,
    resolveDid: (did) => (did === envelope.from ? document : undefined),
    signedAt: { instant: at, source: 'first-receipt' },
    purpose: 'authentication',
    signer: envelope.from,
  });
  if (!signature.ok) return signature;
  const { digest, bytes } = signature.value;
  return ok({ digest, content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) });
}

function refuse(
  code: Parameters<typeof exchangeCatalogue.refuse>[0],
  path: string,
  params: Record<string, string>,
): Result<never> {
  return refused(exchangeCatalogue.refuse(code, { path, params }));
}
