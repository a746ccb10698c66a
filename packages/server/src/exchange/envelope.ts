import { type Digest, type Instant, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { exchangeCatalogue } from './catalogue.ts';

/** What an envelope does in its thread. */
export const envelopeKinds = [
  'evidence',
  'filing',
  'answer',
  'request',
  'decision',
  'receipt',
  'notice',
] as const;
export type EnvelopeKind = (typeof envelopeKinds)[number];

const DidText = Type.String({ pattern: '^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$', maxLength: 300 });
const DigestText = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });
const UuidUrn = Type.String({
  pattern: '^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
const InstantText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Loose = Type.Record(Type.String(), Type.Unknown());

/** Most attachments that one envelope may name: a shipment has tens of documents, not thousands. */
export const maxAttachments = 200;

/**
 * A signed message from one party to another. The signature covers the envelope and names each attachment by
 * digest; the attachments travel beside it, so that a receiver who holds one already needs no second copy.
 */
export const EnvelopeSchema = Type.Object(
  {
    type: Type.Literal('portolan/envelope@1'),
    id: UuidUrn,
    from: DidText,
    to: DidText,
    thread: UuidUrn,
    /** Digest of the sender's message before this one in the thread. */
    previous: Type.Optional(DigestText),
    sentAt: InstantText,
    /** The date on which a story of the sample community happens. */
    storyAt: Type.Optional(InstantText),
    kind: Type.Union(envelopeKinds.map((kind) => Type.Literal(kind))),
    body: Loose,
    attachments: Type.Array(DigestText, { maxItems: maxAttachments, uniqueItems: true }),
    proof: Loose,
  },
  { additionalProperties: false },
);

/** A source file as it stood at the sender: base64 of its exact bytes. */
export const FileAttachmentSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 255 }),
    mediaType: Type.Optional(Type.String({ maxLength: 100 })),
    content: Type.String({ maxLength: 14_000_000 }),
  },
  { additionalProperties: false },
);

/** What travels beside the signed part: status lists, each signed by its issuer, and receipts, each by its log. */
const CarriedSchema = Type.Object({
  credentials: Type.Optional(Type.Array(Loose, { maxItems: maxAttachments })),
  files: Type.Optional(Type.Array(FileAttachmentSchema, { maxItems: maxAttachments })),
  statusLists: Type.Optional(Type.Array(Loose, { maxItems: maxAttachments })),
  receipts: Type.Optional(Type.Array(Loose, { maxItems: 2 * maxAttachments })),
});

export type FileAttachment = Static<typeof FileAttachmentSchema>;

export interface Envelope {
  readonly type: 'portolan/envelope@1';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly thread: string;
  readonly previous?: Digest;
  readonly sentAt: Instant;
  readonly storyAt?: Instant;
  readonly kind: EnvelopeKind;
  readonly body: JsonObject;
  readonly attachments: readonly Digest[];
  readonly proof: JsonObject;
}

/** An envelope of this node's own outbox: its digest and the bytes it is kept as. */
export interface SealedHere {
  readonly digest: Digest;
  readonly content: Buffer;
}

export interface Parcel {
  readonly envelope: Envelope;
  readonly credentials: readonly JsonObject[];
  readonly files: readonly FileAttachment[];
  readonly statusLists: readonly JsonObject[];
  /** Receipts of logs for what it carries. */
  readonly receipts?: readonly JsonObject[];
  /** Set where this node itself has sealed the envelope: its signature need not be checked again. Never from the wire. */
  readonly sealedHere?: SealedHere;
  /** About how many bytes it takes on the wire; set by the sender, who fills requests by it. */
  readonly bytes?: number;
}

const envelopeShape = Compile(EnvelopeSchema);
const carriedShape = Compile(CarriedSchema);

/** The envelope as it goes over the wire: the signed members, and beside them what it carries. */
export function toWire({ envelope, credentials, files, statusLists, receipts = [] }: Parcel): JsonObject {
  const proved = receipts.length > 0 ? { receipts } : {};
  return { ...envelope, credentials, files, statusLists, ...proved } as unknown as JsonObject;
}

/** Reads an envelope from the wire. Refuses members that the form doesn't know: they would be unsigned. */
export function fromWire(wire: Readonly<Record<string, unknown>>, path: string): Result<Parcel> {
  const { credentials = [], files = [], statusLists = [], receipts, ...envelope } = wire;
  const carried = { credentials, files, statusLists, ...(receipts === undefined ? {} : { receipts }) };
  if (envelopeShape.Check(envelope) && carriedShape.Check(carried))
    return ok({ envelope, ...carried } as unknown as Parcel);
  const [error] = [...envelopeShape.Errors(envelope), ...carriedShape.Errors(carried)];
  const refusal = exchangeCatalogue.refuse('NODE_ENVELOPE_SHAPE', {
    path: path + (error?.instancePath ?? ''),
    params: { detail: error?.message ?? 'another shape' },
  });
  return refused(refusal);
}

/** The uuid of a `urn:uuid:` identifier, as the store keeps it. */
export function uuidOf(urn: string): string {
  return urn.slice('urn:uuid:'.length);
}

/** A stored envelope, read back: this node wrote it itself. Throws on damaged bytes. */
export function readStoredEnvelope(bytes: Buffer): Envelope {
  return JSON.parse(bytes.toString()) as Envelope;
}
