/** Curves y^2 = x^3 - 3x + b over the numbers below a prime p (SP 800-186, section 3.2.1). */
const CURVES = {
  'P-256': {
    length: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    length: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
} as const;

/**
 * The point of a compressed public key in full: 4, x, y (SEC 1, sections 2.3.3 and 2.3.4), as browsers want it. Undefined for
 * bytes that are no compressed point of the curve.
 */
export function uncompressedPoint(
  curve: keyof typeof CURVES,
  compressed: Uint8Array,
): Uint8Array | undefined {
  const { length, p, b } = CURVES[curve];
  const [sign] = compressed;
  if (compressed.length !== length + 1 || (sign !== 2 && sign !== 3)) return undefined;
  const x = numberOf(compressed.subarray(1));
  if (x >= p) return undefined;
  const square = ((((x * x - 3n) * x + b) % p) + p) % p;
  // Both primes leave 3 when divided by 4, so that this is a root wherever there is one.
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return undefined;
  const y = root % 2n === BigInt(sign - 2) ? root : p - root;
  return Uint8Array.of(4, ...compressed.subarray(1), ...bytesOf(y, length));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let factor = base, rest = exponent; rest > 0n; rest >>= 1n, factor = (factor * factor) % modulus)
    if ((rest & 1n) === 1n) result = (result * factor) % modulus;
  return result;
}

function numberOf(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return value;
}

function bytesOf(value: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = length - 1, rest = value; at >= 0; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  return bytes;
}
