import { fromBase64Url, toBase64Url, utf8, utf8Text } from '@portolan/kernel';

/**
 * A worksheet's question in the fragment of its address: whoever gets the link sees the whole question, and no node on
 * the way does, since browsers never send a fragment.
 */
export function fragmentOf(question: unknown): string {
  return `#q=${toBase64Url(utf8(JSON.stringify(question)))}`;
}

/** The question of a fragment; undefined where there is none, or where it was damaged on its way. */
export function questionIn<T extends object>(fragment: string): T | undefined {
  const [, packed] = /^#q=([\w-]+)$/.exec(fragment) ?? [];
  if (packed === undefined) return undefined;
  try {
    const question: unknown = JSON.parse(utf8Text(fromBase64Url(packed) ?? new Uint8Array()) ?? '');
    return typeof question === 'object' && question !== null ? (question as T) : undefined;
  } catch {
    return undefined;
  }
}
