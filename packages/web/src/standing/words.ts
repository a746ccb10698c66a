import type { LevelPart, Picture, Standing, StandingFinding, Weighed } from '@portolan/parties';
import type { IconName } from '../ui/icon.tsx';

interface Words {
  words: string;
  tone: string;
  icon: IconName;
}

/** What an attestation came to. */
export const outcomeWords: Record<Weighed['outcome'], Words> = {
  counts: { words: 'Counts', tone: 'good', icon: 'passed' },
  discounted: { words: 'Set aside', tone: 'wait', icon: 'none' },
  adverse: { words: 'Speaks against', tone: 'bad', icon: 'refuse' },
  informs: { words: 'Informs only', tone: 'info', icon: 'info' },
};

/** What a finding does to the standing. */
export const weighsWords: Record<StandingFinding['weighs'], Words> = {
  bars: { words: 'Bars', tone: 'bad', icon: 'refuse' },
  discounts: { words: 'Sets word aside', tone: 'wait', icon: 'none' },
  warns: { words: 'Warns', tone: 'wait', icon: 'warn' },
  informs: { words: 'Informs', tone: 'info', icon: 'info' },
};

/** What a level asks for. */
export const askWords: Record<LevelPart['asks'], string> = {
  quorum: 'Attestations of distinct kinds and owners',
  kind: 'Kind that is among them',
  weight: 'Weight together',
  age: 'Age since registration or change of control',
  identifier: 'Identifier',
  'nothing-against': 'Nothing against it',
};

/** What leads from one party to another in a picture. */
export const relationWords: Record<Picture['edges'][number]['relation'], string> = {
  attests: 'attests',
  refers: 'vouches for',
  controls: 'controls',
  holds: 'holds',
  resembles: 'resembles',
};

const SCHEMES: Record<string, string> = {
  lei: 'LEI (legal entity identifier)',
  gln: 'GLN (global location number)',
  duns: 'DUNS number',
  'importer-number': 'Importer number',
  mid: 'MID (manufacturer identification code)',
  scac: 'SCAC (carrier code)',
  tax: 'Tax number',
  'gtin-prefix': 'GS1 company prefix',
  'filer-code': 'Filer code',
};

/** A kind of identifier in words. */
export function schemeWords(scheme: string): string {
  return SCHEMES[scheme] ?? scheme;
}

/** A role for which a standing is asked. */
export function roleWords(role: string): string {
  if (role === 'any') return 'Any role';
  return (role.charAt(0).toUpperCase() + role.slice(1)).replaceAll('-', ' ');
}

/** A level in words; `none` says that none is reached. */
export function levelWords(level: string): string {
  return level === 'none' ? 'No level' : level.charAt(0).toUpperCase() + level.slice(1);
}

/** Tone of a level: the highest is good, none waits, a bar is bad. */
export function levelTone({ level, barred, levels }: Pick<Standing, 'level' | 'barred' | 'levels'>): string {
  if (barred) return 'bad';
  if (level === 'none') return 'wait';
  return levels.at(-1)?.name === level ? 'good' : 'info';
}
