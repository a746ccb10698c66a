import { type CryptoPort, toBase64Url, utf8 } from '@portolan/kernel';

/** The only digest made and accepted here (RFC 9901, section 4.1.1). */
export const SD_ALGORITHM = 'sha-256';

/** The digest of a disclosure, or of a presented token: over the US-ASCII of the text itself (RFC 9901, section 4.2.3). */
export function sdDigest(crypto: Pick<CryptoPort, 'sha256'>, text: string): string {
  return toBase64Url(crypto.sha256(utf8(text)));
}
