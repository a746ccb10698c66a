import type { Standing } from '@portolan/parties';
import { shorten } from '../format/identifiers.ts';
import { attestationName } from './attestation-words.ts';

/** Attestations of a standing by digest, in words: what it is and who signed it. */
export function evidenceNames({ attestations }: Pick<Standing, 'attestations'>) {
  const names = new Map(
    attestations.map(({ digest, type, issuerName }) => [
      digest as string,
      `${attestationName(type)}, ${issuerName}`,
    ]),
  );
  return (digest: string): string => names.get(digest) ?? shorten(digest);
}
