import type { SteelImportLicense } from '@portolan/documents';
import type { Entry, EntryLine } from '@portolan/filing';
import { addDays, Decimal, date, type Quantity } from '@portolan/kernel';
import type { LicenceFacts } from '../facts/metal.ts';
import { kilograms } from '../trace/lots.ts';

/** Why a licence does not cover a line. */
export type LicenceFault =
  | { readonly kind: 'expired'; readonly until: string }
  | { readonly kind: 'not-yet'; readonly from: string }
  | { readonly kind: 'differs'; readonly what: string; readonly licensed: string; readonly entered: string };

export interface LicenceLine {
  readonly entry: Entry;
  readonly line: EntryLine;
  readonly mass?: Quantity;
  readonly meltCountry?: string;
}

/**
 * Compares a licence with a line that it should cover: valid on the day of importation, same tariff number, importer and
 * country of melt, mass and value within the tolerance that policy sets. A low-value licence only asks for its limit. The last
 * day is the earlier of what the licence says and the days that the system gives.
 */
export function licenceFaults(
  licence: SteelImportLicense,
  given: LicenceLine,
  facts: LicenceFacts,
): LicenceFault[] {
  const { entry, line } = given;
  const byRule = addDays(date(licence.issuedOn), facts.daysValid);
  const low = licence.kind === 'low-value';
  const until = low || licence.validUntil < byRule ? licence.validUntil : byRule;
  if (entry.importDate < licence.issuedOn) return [{ kind: 'not-yet', from: licence.issuedOn }];
  if (entry.importDate > until) return [{ kind: 'expired', until }];
  const importer = differs('importer', licence.importer.name, entry.importerOfRecord.name);
  if (low) return [...importer, ...lowValue(line, facts)];
  const licensed = licence.lines.find(({ hts }) => line.hts.startsWith(hts));
  if (!licensed)
    return [
      ...importer,
      {
        kind: 'differs',
        what: 'tariff number',
        licensed: licence.lines.map(({ hts }) => hts).join(', '),
        entered: line.hts,
      },
    ];
  const melt = licensed.stages.find(({ stage }) => stage === 'melt' || stage === 'primary-smelt')?.country;
  return [
    ...importer,
    ...differs('country of melt', melt, given.meltCountry),
    ...beyond(
      'mass in kilograms',
      kilograms(licensed.quantity),
      given.mass && kilograms(given.mass),
      facts.tolerance.mass,
    ),
    ...beyond(
      'customs value',
      Decimal.of(licensed.value.amount),
      Decimal.of(line.enteredValue),
      facts.tolerance.value,
    ),
  ];
}

function lowValue({ enteredValue }: EntryLine, { lowValueDollars }: LicenceFacts): LicenceFault[] {
  if (Decimal.of(enteredValue).lte(Decimal.of(lowValueDollars))) return [];
  return [
    {
      kind: 'differs',
      what: 'customs value',
      licensed: `at most ${lowValueDollars} (low-value licence)`,
      entered: enteredValue,
    },
  ];
}

function differs(what: string, licensed: string | undefined, entered: string | undefined): LicenceFault[] {
  if (licensed === undefined || entered === undefined || licensed === entered) return [];
  return [{ kind: 'differs', what, licensed, entered }];
}

/** Only going beyond a licence is a fault; less may be imported than was licensed. */
function beyond(
  what: string,
  licensed: Decimal | undefined,
  entered: Decimal | undefined,
  tolerance: string,
): LicenceFault[] {
  if (!licensed || !entered) return [];
  const limit = licensed.plus(licensed.times(Decimal.of(tolerance)));
  if (entered.lte(limit)) return [];
  return [{ kind: 'differs', what, licensed: limit.toString(), entered: entered.toString() }];
}
