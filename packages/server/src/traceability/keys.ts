import { hash } from 'node:crypto';

const remembered = new Map<string, string>();
const mostRemembered = 50_000;

/** The key of a lot or event by its name: the first 128 bits of SHA-256, written as a UUID. */
export function keyOf(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const hex = hash('sha256', name, 'hex');
  const key = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  // A name comes several times while its batch is taken in, then rarely again.
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(name, key);
  return key;
}
