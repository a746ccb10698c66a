/** First bytes of the kinds of record that are kept as they are (PDF, PNG, JPEG). */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
];

/**
 * Whether a file is a record that nobody need read by machine: PDF, PNG, JPEG or plain text. Text that a browser or a
 * program would take for something else (markup, JSON, a table that should have been readable) is none.
 */
export function isRecordFile({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): boolean {
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return true;
  if (/\.(csv|json|xml|html?|svg)$/i.test(name)) return false;
  const text = plainText(bytes);
  return text !== undefined && text.trim() !== '' && !/^\s*[<{[]/.test(text);
}

const controls = /[^\P{Cc}\t\n\r\f]/u;

function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return controls.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
