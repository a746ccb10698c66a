/** Byte strings end to end in one buffer of their own, which passes from thread to thread without a copy of each. */
export interface Segments {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends. */
  readonly ends: readonly number[];
}

export function joinSegments(parts: readonly Uint8Array[]): Segments {
  const ends: number[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length;
    ends.push(length);
  }
  const bytes = new Uint8Array(length);
  for (const [index, part] of parts.entries()) bytes.set(part, (ends[index] as number) - part.length);
  return { bytes, ends };
}

/** One of the byte strings, as a view. */
export function segment({ bytes, ends }: Segments, index: number): Buffer {
  const start = index === 0 ? 0 : (ends[index - 1] as number);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, (ends[index] as number) - start);
}
