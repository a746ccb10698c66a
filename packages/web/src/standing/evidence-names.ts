import type { Standing } from '@portolan/parties';
import { documentTypeName } from '../format/document-types.ts';
import { shorten } from '../format/identifiers.ts';

/** Attestations of a standing by digest, in words: what it is and who signed it. */
export function evidenceNames({ attestations }: Pick<Standing, 'attestations'>) {
  const names = new Map(
    attestations.map(({ digest, type, issuerName }) => [
      digest as string,
      `${documentTypeName(type)}, ${issuerName}`,
    ]),
  );
  return (digest: string): string => names.get(digest) ?? shorten(digest);
}
