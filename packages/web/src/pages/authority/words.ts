import type { AuthorityView } from '@portolan/contract';
import type { Power } from '@portolan/documents';
import { isRecord } from '@portolan/kernel';

/** Powers as people say them. */
export const powerWords: Readonly<Record<Power, string>> = {
  'file-entry': 'File entries',
  'claim-preference': 'Claim preferences',
  'certify-origin': 'Certify origin',
  'answer-requests': 'Answer requests',
  'sub-delegate': 'Pass it on',
};

export const powerNames = Object.keys(powerWords) as readonly Power[];

/** A power in words; one that is not known here stays as it is written. */
export function wordsOfPower(power: string): string {
  return powerWords[power as Power] ?? power;
}

/** How far a power reaches: ports, entry types, the highest value; empty where it is not limited. */
export function limitWords({ ports, entryTypes, maximumEntryValue: most }: AuthorityView['limits']): string {
  return [
    ...(Array.isArray(ports) ? [`ports ${ports.join(', ')}`] : []),
    ...(Array.isArray(entryTypes) ? [`entry types ${entryTypes.join(', ')}`] : []),
    ...(isRecord(most) ? [`up to ${most.amount} ${most.currency} an entry`] : []),
  ].join('; ');
}
