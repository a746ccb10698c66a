const ONE = 0x31;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Digits taken at once: 58^4 times a limb of 24 bits, plus a carry, stays an exact number below 2^53. */
const GROUP = 4;
const GROUP_VALUE = 58 ** GROUP;
const LIMB = 0x1_00_00_00;
/** A power of two, by which multiplying is exact and quicker than dividing by LIMB. */
const PART_OF_LIMB = 1 / LIMB;
/** Longest text decoded: the work grows with its square. */
const MAX_LENGTH = 256;
/** The number being decoded, in limbs of three bytes, the least first; used by one call at a time. */
const limbs = new Float64Array(MAX_LENGTH);

/** Base58 as multibase 'z' uses it (Bitcoin alphabet). */
export function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  if (zeros === -1) return '1'.repeat(bytes.length);
  const groups: number[] = [];
  for (let index = zeros; index < bytes.length; index += 1) addByte(groups, bytes[index] as number);
  let text = '';
  for (let group of groups)
    for (let digit = 0; digit < GROUP; digit += 1) {
      text = ALPHABET[group % 58] + text;
      group = Math.floor(group / 58);
    }
  return '1'.repeat(zeros) + text.replace(/^1+/, '');
}

/** groups = groups * 256 + byte; each group is four digits, the least group stands first. */
function addByte(groups: number[], byte: number): void {
  let carry = byte;
  for (let index = 0; index < groups.length; index += 1) {
    const value = (groups[index] as number) * 256 + carry;
    carry = Math.floor(value / GROUP_VALUE);
    groups[index] = value - carry * GROUP_VALUE;
  }
  if (carry > 0) groups.push(carry);
}

/**
 * The bytes of base58 text (Bitcoin alphabet); undefined for a character outside the alphabet or text longer than 256.
 * Works in limbs of three bytes, since every verification decodes a signature and big integers cost ten times as much.
 */
export function fromBase58(text: string): Uint8Array | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  let count = 0;
  for (let start = 0; start < text.length; start += GROUP) {
    const end = Math.min(start + GROUP, text.length);
    let digits = 0;
    for (let index = start; index < end; index += 1) {
      const value = VALUES[text.charCodeAt(index)] ?? -1;
      if (value < 0) return undefined;
      digits = digits * 58 + value;
    }
    count = multiplyAdd(count, end - start === GROUP ? GROUP_VALUE : 58 ** (end - start), digits);
  }
  return toBytes(count, leadingOnes(text));
}

/** limbs = limbs * factor + addend, of so many limbs; answers how many there are then. */
function multiplyAdd(count: number, factor: number, addend: number): number {
  let carry = addend;
  for (let index = 0; index < count; index += 1) {
    const value = (limbs[index] as number) * factor + carry;
    carry = Math.floor(value * PART_OF_LIMB);
    limbs[index] = value - carry * LIMB;
  }
  if (carry === 0) return count;
  limbs[count] = carry % LIMB;
  if (carry < LIMB) return count + 1;
  limbs[count + 1] = Math.floor(carry * PART_OF_LIMB);
  return count + 2;
}

/** Each leading '1' is a zero byte; the number itself has none in front. */
function toBytes(count: number, zeros: number): Uint8Array {
  const top = count === 0 ? 0 : (limbs[count - 1] as number);
  const topBytes = top > 0xffff ? 3 : top > 0xff ? 2 : 1;
  const bytes = new Uint8Array(count === 0 ? zeros : zeros + 3 * (count - 1) + topBytes);
  let at = bytes.length - 1;
  for (let index = 0; index < count; index += 1)
    for (let rest = limbs[index] as number, part = 0; part < 3 && at >= zeros; part += 1, rest >>= 8)
      bytes[at--] = rest & 0xff;
  return bytes;
}

function leadingOnes(text: string): number {
  let count = 0;
  while (text.charCodeAt(count) === ONE) count += 1;
  return count;
}
