import { type Static, Type } from 'typebox';
import { CertaintySchema } from './dated.ts';

/** Agencies behind the two letters of a flag, and the day of the report that gives the flags. */
export const AgenciesSchema = Type.Object({
  source: Type.String(),
  certainty: CertaintySchema,
  asOf: Type.String(),
  cite: Type.String(),
  rows: Type.Array(Type.Object({ letters: Type.String(), agency: Type.String(), name: Type.String() })),
});

/** What another agency asks for on a number: `FD4` and the agency it stands for. */
export interface AgencyFlag {
  readonly code: string;
  readonly agency: string;
  readonly name: string;
  /** Whether its data must be sent, may be, or the flag does not tell. */
  readonly need: 'required' | 'may be required' | 'see the agency';
}

/** Flags of one number in CBP's report. */
export interface LineFlags {
  readonly agencies: readonly AgencyFlag[];
  readonly antidumping: boolean;
  readonly countervailing: boolean;
  /** Date of the report. */
  readonly asOf: string;
  readonly source: string;
}

export interface LineFlagsTable {
  /** Flags of a statistical number of ten digits; undefined where the report has not got it. */
  of(hts: string): LineFlags | undefined;
}

/** Reads flags.tsv (flags, antidumping, countervailing, numbers) when it is first asked. */
export function readFlags(text: string, agencies: Static<typeof AgenciesSchema>): LineFlagsTable {
  let byNumber: ReadonlyMap<string, LineFlags> | undefined;
  return {
    of: (hts) => {
      byNumber ??= readAll(text, agencies);
      return byNumber.get(hts.replaceAll('.', ''));
    },
  };
}

function readAll(text: string, agencies: Static<typeof AgenciesSchema>): Map<string, LineFlags> {
  const names = new Map(agencies.rows.map((row) => [row.letters, row]));
  const { asOf, source } = agencies;
  const byNumber = new Map<string, LineFlags>();
  for (const row of text.trim().split('\n')) {
    const [codes = '', antidumping, countervailing, numbers = ''] = row.split('\t');
    const flags = codes === '' ? [] : codes.split(' ').map((code) => flagOf(code, names));
    const found = {
      agencies: flags,
      antidumping: antidumping === 'Y',
      countervailing: countervailing === 'Y',
      asOf,
      source,
    };
    for (const number of numbers.split(' ')) byNumber.set(number, found);
  }
  return byNumber;
}

type Agency = Static<typeof AgenciesSchema>['rows'][number];

function flagOf(code: string, names: ReadonlyMap<string, Agency>): AgencyFlag {
  const { agency = code.slice(0, 2), name = 'agency not at hand' } = names.get(code.slice(0, 2)) ?? {};
  return { code, agency, name, need: needOf(code) };
}

/** The last character: an odd digit "may be required", an even one "required" (CATAIR, PGA tariff flags). */
function needOf(code: string): AgencyFlag['need'] {
  const digit = Number(code.slice(-1));
  if (Number.isNaN(digit)) return 'see the agency';
  return digit % 2 === 0 ? 'required' : 'may be required';
}
