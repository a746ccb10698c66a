import { randomUUID } from 'node:crypto';
import { type Signer, signDocumentText } from '@portolan/credentials';
import { type CryptoPort, type Digest, digestBytes, type JsonObject } from '@portolan/kernel';
import type { Envelope, EnvelopeKind } from './envelope.ts';
import type { Moment } from './moment.ts';

/** What a tenant wants to say to one party of a thread. */
export interface Message {
  readonly from: { readonly id: string; readonly did: string };
  readonly to: string;
  /** The thread's uuid: the same for every party of a case. */
  readonly thread: string;
  readonly kind: EnvelopeKind;
  readonly body: JsonObject;
  /** Digests of evidence that the sender holds. */
  readonly attachments: readonly Digest[];
  readonly moment: Moment;
}

export interface SealedEnvelope {
  readonly envelope: Envelope;
  readonly digest: Digest;
  /** The bytes it is kept as: its canonical form. */
  readonly content: Buffer;
  readonly message: Message;
}

/** Signs a message with the sender's own key. `previous` chains the sender's messages of a thread. */
export async function seal(
  { crypto, signer }: { readonly crypto: CryptoPort; readonly signer: Signer },
  message: Message,
  previous: Digest | undefined,
): Promise<SealedEnvelope> {
  const { from, to, thread, kind, body, attachments, moment } = message;
  const unsigned = {
    type: 'portolan/envelope@1',
    id: `urn:uuid:${randomUUID()}`,
    from: from.did,
    to,
    thread: `urn:uuid:${thread}`,
    ...(previous ? { previous } : {}),
    sentAt: moment.at,
    ...(moment.story ? { storyAt: moment.at } : {}),
    kind,
    body,
    attachments,
  };
  const { signed, text } = await signDocumentText(unsigned as JsonObject, signer, crypto, {
    created: moment.at,
    purpose: 'authentication',
  });
  const content = Buffer.from(text);
  return { envelope: signed as unknown as Envelope, digest: digestBytes(crypto, content), content, message };
}
