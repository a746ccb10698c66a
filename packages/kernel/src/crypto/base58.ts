const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Digits taken at once: 58^4 times a limb of 24 bits, plus a carry, stays an exact number below 2^53. */
const GROUP = 4;
const LIMB = 0x1_00_00_00;
/** A power of two, by which multiplying is exact and quicker than dividing by LIMB. */
const PART_OF_LIMB = 1 / LIMB;
/** Longest text decoded: the work grows with its square. */
const MAX_LENGTH = 256;

/** Base58 as multibase 'z' uses it (Bitcoin alphabet). */
export function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = zeros === -1 ? bytes.length : zeros;
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  let text = '';
  for (; value > 0n; value /= 58n) text = ALPHABET[Number(value % 58n)] + text;
  return '1'.repeat(leading) + text;
}

/**
 * The bytes of base58 text (Bitcoin alphabet); undefined for a character outside the alphabet or text longer than 256.
 * Works in limbs of three bytes, since every verification decodes a signature and big integers cost ten times as much.
 */
export function fromBase58(text: string): Uint8Array | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const limbs: number[] = [];
  for (let start = 0; start < text.length; start += GROUP) {
    const end = Math.min(start + GROUP, text.length);
    let digits = 0;
    for (let index = start; index < end; index += 1) {
      const value = VALUES[text.charCodeAt(index)] ?? -1;
      if (value < 0) return undefined;
      digits = digits * 58 + value;
    }
    multiplyAdd(limbs, 58 ** (end - start), digits);
  }
  return toBytes(limbs, leadingOnes(text));
}

/** limbs = limbs * factor + addend; the least limb stands first. */
function multiplyAdd(limbs: number[], factor: number, addend: number): void {
  let carry = addend;
  for (let index = 0; index < limbs.length; index += 1) {
    const value = (limbs[index] as number) * factor + carry;
    carry = Math.floor(value * PART_OF_LIMB);
    limbs[index] = value - carry * LIMB;
  }
  if (carry > 0) limbs.push(carry % LIMB);
  if (carry >= LIMB) limbs.push(Math.floor(carry / LIMB));
}

/** Each leading '1' is a zero byte; the number itself has none in front. */
function toBytes(limbs: readonly number[], zeros: number): Uint8Array {
  const top = limbs.at(-1) ?? 0;
  const topBytes = limbs.length === 0 ? 0 : top > 0xffff ? 3 : top > 0xff ? 2 : 1;
  const length = limbs.length === 0 ? 0 : (limbs.length - 1) * 3 + topBytes;
  const bytes = new Uint8Array(zeros + length);
  for (let index = 0; index < length; index += 1)
    bytes[zeros + length - 1 - index] =
      ((limbs[Math.floor(index / 3)] as number) >> (8 * (index % 3))) & 0xff;
  return bytes;
}

function leadingOnes(text: string): number {
  let count = 0;
  while (text[count] === '1') count += 1;
  return count;
}
