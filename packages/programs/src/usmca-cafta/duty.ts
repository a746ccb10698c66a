import type { Entry } from '@portolan/filing';
import type { Result } from '@portolan/kernel';
import { computeDuty, type DutyInput, type DutyResult, type TariffReference } from '@portolan/tariff';
import type { Dossier } from '../dossier.ts';

/** What the tariff computes from an entry; claims stand on the lines of `claimed` only. */
export function dutyInput(
  entry: Entry,
  knownAt: string,
  claimed: (lineNumber: number) => boolean,
  override?: Dossier['override'],
): DutyInput {
  return {
    entryType: entry.entryType,
    modeOfTransport: entry.modeOfTransport,
    date: entry.entryDate,
    importDate: entry.importDate,
    knownAt,
    port: entry.portOfUnlading ?? entry.portOfEntry,
    ...(override ? { override } : {}),
    lines: entry.lines.map((line) => ({
      number: line.number,
      hts: line.hts,
      originCountry: line.originCountry,
      exportCountry: line.exportCountry,
      enteredValue: line.enteredValue,
      quantities: line.quantities,
      ...(line.spi && claimed(line.number) ? { spi: line.spi } : {}),
    })),
  };
}

export interface DutyPair {
  readonly duty: Result<DutyResult>;
  readonly withoutClaim: Result<DutyResult>;
}

/** Duty with the claims that stand, and without any: the difference is what the claims save. */
export function computeBoth(
  { entry, override }: Pick<Dossier, 'entry' | 'override'>,
  tariff: TariffReference,
  knownAt: string,
  stands: (lineNumber: number) => boolean,
): DutyPair {
  return {
    duty: computeDuty(dutyInput(entry, knownAt, stands, override), tariff),
    withoutClaim: computeDuty(
      dutyInput(entry, knownAt, () => false, override),
      tariff,
    ),
  };
}
