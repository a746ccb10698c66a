import { toHex } from '@portolan/kernel';

/**
 * The points of small order on edwards25519, in every encoding a decoder may accept. For such a key a signature can be
 * made without any secret. The y coordinates are those of the eight torsion points and their non-canonical forms (y + p);
 * the sign bit, the highest of the last byte, may be set or not, so it is cleared before comparing.
 */
const SMALL_ORDER = new Set([
  // y = 0: order 4
  '0000000000000000000000000000000000000000000000000000000000000000',
  // y = 1: the neutral element
  '0100000000000000000000000000000000000000000000000000000000000000',
  // order 8
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  // y = -1: order 2
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  // y = p: 0 again
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  // y = p + 1: 1 again
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** True for the 32 bytes of a key that gives no security: a point whose order divides the cofactor 8. */
export function isSmallOrder(publicKey: Uint8Array): boolean {
  const unsigned = Uint8Array.from(publicKey);
  unsigned[31] = (unsigned[31] as number) & 0x7f;
  return SMALL_ORDER.has(toHex(unsigned));
}
