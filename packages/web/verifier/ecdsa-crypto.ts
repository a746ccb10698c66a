import { uncompressedPoint } from '@portolan/credentials';

const COMPRESSED = { 'P-256': 33, 'P-384': 49 } as const;

/**
 * What the ECDSA library asks of WebCrypto. It hands over public keys as they are published, with a compressed point at the end
 * of the key info, which Chromium does not read; here the point is written out in full. The rest goes to the browser as it is.
 */
async function importKey(
  format: 'spki',
  keyInfo: Uint8Array,
  algorithm: EcKeyImportParams,
  extractable: boolean,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const curve = algorithm.namedCurve as keyof typeof COMPRESSED;
  const point = uncompressedPoint(curve, keyInfo.subarray(keyInfo.length - COMPRESSED[curve]));
  if (format !== 'spki' || !point) throw new DOMException('no public key of the curve', 'DataError');
  return crypto.subtle.importKey('raw', new Uint8Array(point), algorithm, extractable, usages);
}

export const webcrypto = {
  subtle: {
    importKey,
    exportKey: crypto.subtle.exportKey.bind(crypto.subtle),
    verify: crypto.subtle.verify.bind(crypto.subtle),
  },
};
export const CryptoKey = globalThis.CryptoKey;
