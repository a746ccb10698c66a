import { profile } from './line.ts';
import type { OilPaper } from './story.ts';

/** Names of lines, lots and papers that a story has for itself. */
const OWN = /(urn:sample:borealis:(?:line|meter|terminal|batch)|urn:sample:muskeg:stock):/g;
const NUMBERS = /"(S[A-Z]{2})-(V|P|I-V|I-P|D-V|PROFILE-1|PROFILE-P)/g;

/**
 * The papers of a story on a line of its own: what one story enters no other has entered before, and the papers that the agency
 * keeps of one bear on no other.
 */
export function apart(id: string, papers: readonly OilPaper[]): OilPaper[] {
  const text = JSON.stringify(papers)
    .replaceAll('urn:sample:borealis:line-1', `urn:sample:borealis:line:${id}`)
    .replaceAll(`"${profile.name}"`, `"Sample trial line: ${id.replaceAll('-', ' ')}"`)
    .replaceAll(OWN, (name) => `${name}${id}:`)
    .replaceAll(`line:${id}:${id}`, `line:${id}`)
    .replaceAll(NUMBERS, (_, author: string, rest: string) => `"${author}-${id}-${rest}`);
  return JSON.parse(text) as OilPaper[];
}
