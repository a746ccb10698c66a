import { hash } from 'node:crypto';

/** The key of a lot or event by its name: the first 128 bits of SHA-256, written as a UUID. */
export function keyOf(name: string): string {
  const hex = hash('sha256', name, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
