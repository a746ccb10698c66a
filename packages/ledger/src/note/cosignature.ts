import { concatBytes, type Instant, instant, utf8 } from '@portolan/kernel';

const TIMESTAMP_LENGTH = 8;
/** The last second of the year 9999: later ones have no calendar date to show. */
const LAST_SECOND = 253_402_300_799n;

/** A cosignature taken apart: when the witness says it saw the checkpoint, and its Ed25519 signature. */
export interface Cosignature {
  readonly at: Instant;
  readonly seconds: bigint;
  readonly signature: Uint8Array;
}

/** Reads the bytes of a cosignature/v1: eight of time, big-endian, then the signature (C2SP tlog-cosignature, Format). */
export function parseCosignature(bytes: Uint8Array): Cosignature | undefined {
  if (bytes.length <= TIMESTAMP_LENGTH) return undefined;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset, TIMESTAMP_LENGTH).getBigUint64(0);
  if (seconds > LAST_SECOND) return undefined;
  return { at: instant(Number(seconds) * 1000), seconds, signature: bytes.subarray(TIMESTAMP_LENGTH) };
}

/** The bytes of a cosignature/v1, as parseCosignature reads them. */
export function encodeCosignature(seconds: bigint, signature: Uint8Array): Uint8Array {
  const time = new Uint8Array(TIMESTAMP_LENGTH);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return concatBytes(time, signature);
}

/** What a witness signs: header, time and the whole text of the note (C2SP tlog-cosignature, Ed25519 signed message). */
export function cosignatureMessage(seconds: bigint, text: string): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}
