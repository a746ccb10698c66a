import { baseContextSource } from './base-context-source.ts';

/**
 * The exact bytes of two editions of https://www.w3.org/ns/credentials/v2, which credentials name by digest in
 * `relatedResource`. The final edition (24 February 2025) stands word for word in the context package; its sha-256 is
 * normative (VC Data Model 2.0, appendix B.1). The edition of July 2024 differs from it in where three terms of status
 * messages stand, and in the type of one; it is made from the final one by that difference. Tests compare the digests.
 */
const MARKED = /\/\* context-begin \*\/\n([\s\S]*?)\n\/\* context-end \*\//;
const MESSAGE =
  /,\n( {8}"statusMessage": \{[\s\S]*?\n {8}\}),\n( {8}"statusReference": \{[\s\S]*?\n {8}\}),\n( {8}"statusSize": \{[\s\S]*?\n {8}\})/;
const LIST_PURPOSE =
  '        "statusPurpose":\n          "https://www.w3.org/ns/credentials/status#statusPurpose",\n        "ttl"';

let known: readonly Uint8Array[] | undefined;

/** The editions of the base context, newest first. */
export function baseContextEditions(): readonly Uint8Array[] {
  known ??= editions();
  return known;
}

function editions(): readonly Uint8Array[] {
  const [, final] = MARKED.exec(baseContextSource()) ?? [];
  if (final === undefined) throw new Error('the context package does not carry the text of the base context');
  return [final, july2024(final)].map((text) => new TextEncoder().encode(text));
}

function july2024(final: string): string {
  const [block, message, reference, size] = MESSAGE.exec(final) ?? [];
  if (!block || !message || !reference || !size)
    throw new Error('the base context of the package is of an edition unknown here');
  const positive = size.replace('XMLSchema#integer', 'XMLSchema#positiveInteger');
  const [purpose, ttl] = LIST_PURPOSE.split(/(?<=,\n)(?= {8}"ttl")/) as [string, string];
  return final
    .replace(block, '')
    .replace(LIST_PURPOSE, `${message},\n${purpose}${reference},\n${positive},\n${ttl}`);
}
