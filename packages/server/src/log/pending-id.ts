import { randomBytes } from 'node:crypto';

const LENGTH = 16;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): ordered by time, so that the index over leaves grows at one end. Many at
 * once, since asking for random bytes costs far more than the bytes.
 */
export function newPendingIds(count: number): string[] {
  const random = randomBytes(count * LENGTH);
  const now = Date.now();
  return Array.from({ length: count }, (_, at) => uuid(random.subarray(at * LENGTH, (at + 1) * LENGTH), now));
}

function uuid(bytes: Buffer, milliseconds: number): string {
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
