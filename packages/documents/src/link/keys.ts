import { plainName } from '../compare/name.ts';

/** Description of goods as a key: the same words, however they are written. */
export function descriptionKey({ description }: { readonly description: string }): string {
  return plainName(description);
}
