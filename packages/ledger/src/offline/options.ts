import type { SchemaCheck, StatusSnapshot, Trust, Verdict } from '@portolan/credentials';
import type { CryptoPort, Instant, Result } from '@portolan/kernel';

/** What the reader of a file brings along; nothing else is believed. */
export interface VerifyOptions {
  readonly crypto: CryptoPort;
  /** The moment at which dates and status are judged. */
  readonly at: Instant;
  /** Keys of logs and witnesses that the reader trusts, as `name+hash+base64`. */
  readonly logKeys?: readonly string[];
  /** How many witnesses must have cosigned a receipt's checkpoint. */
  readonly witnesses?: number;
  /** DIDs that the reader takes for accredited. Unset: accreditation is not asked, since no register is at hand. */
  readonly issuers?: readonly string[];
  /** DID documents that the reader got from their owners, for issuers other than did:key. */
  readonly didDocuments?: readonly unknown[];
  /** The check of a credential's content by its type, where one is known. */
  schema?(type: string): SchemaCheck | undefined;
  /** The verifier for further forms of proof; the house's own, which runs in every browser, when left out. */
  verify?(credential: unknown, trust: Trust): Promise<Verdict>;
  /** The same for status lists, which say their own name. */
  verifyList?(list: unknown, trust: Trust): Promise<Result<StatusSnapshot>>;
  /** The exact bytes of the document that a receipt must be for. */
  readonly document?: Uint8Array;
}
