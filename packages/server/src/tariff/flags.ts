import type { TariffFlag } from '@portolan/contract';
import type { TariffLine, TariffReference } from '@portolan/tariff';

/** What else touches a number on a date: cases of antidumping and countervailing duty, measures that name it. */
export function flagsOf(line: TariffLine, reference: TariffReference, date: string): TariffFlag[] {
  const flags = reference.scopes.naming(line.hts, date).map(({ scope, heading }): TariffFlag => {
    const kind = scope === 'antidumping' || scope === 'countervailing' ? scope : 'measure';
    return { kind, code: heading || scope, text: words[scope] ?? scope.replaceAll('-', ' ') };
  });
  const seen = new Set<string>();
  return flags.filter(({ kind, code }) => {
    const key = `${kind} ${code}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const words: Readonly<Record<string, string>> = {
  antidumping: 'An antidumping duty case may cover goods of this number',
  countervailing: 'A countervailing duty case may cover goods of this number',
};
