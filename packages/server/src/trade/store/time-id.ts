import { randomBytes } from 'node:crypto';

let lastMilliseconds = 0;
let sequence = 0;

/** A UUID of version 7 (RFC 9562, section 5.7): sorts by the time it was made, also within a millisecond here. */
export function timeId(): string {
  const now = Math.max(Date.now(), lastMilliseconds);
  sequence = now === lastMilliseconds ? sequence + 1 : 0;
  lastMilliseconds = sequence > 0xfff ? now + 1 : now;
  if (sequence > 0xfff) sequence = 0;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMilliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** When an identifier was made, in milliseconds since 1970. */
export function millisecondsOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
