import type { DutyQuestion, WhatIfChangeBody } from '@portolan/contract';

type Line = DutyQuestion['lines'][number];
type Metal = NonNullable<Line['metals']>[number];

/** The metals whose content can decide a duty, as the address names them. */
export const METALS = ['steel', 'aluminum', 'copper'] as const;

/** Up to three quantities are reported for a line. */
export const QUANTITIES = [0, 1, 2] as const;

/** A question as the address carries it: enough to be computed, or not yet. */
export interface Asked {
  readonly question: DutyQuestion;
  readonly changes: readonly WhatIfChangeBody[];
}

/** Reads the question out of an address; undefined until number, origin, value and date are there. */
export function askedIn(search: URLSearchParams): Asked | undefined {
  const of = (name: string) => search.get(name)?.trim() || undefined;
  const [hts, originCountry, enteredValue, date] = [of('hts'), of('origin'), of('value'), of('date')];
  if (!hts || !originCountry || !enteredValue || !date) return undefined;
  const headings = wordsOf(of('headings'));
  const exporter = optional('exporter', of('exporter'));
  const cases = wordsOf(of('cases')).map((number) => ({ case: number, ...exporter }));
  const line: Line = {
    hts,
    originCountry: originCountry.toUpperCase(),
    enteredValue: enteredValue.replaceAll(',', ''),
    quantities: quantitiesIn(of),
    ...optional('spi', of('spi')),
    ...(headings.length > 0 ? { headings } : {}),
    ...(cases.length > 0 ? { cases } : {}),
    ...metalsIn(of),
    ...optional('outsideCases', of('outsideCases')),
    ...optional('feeExempt', of('feeExempt')),
    ...optional('license', of('license')),
  };
  const question: DutyQuestion = {
    ...{ date, lines: [line] },
    ...optional('importDate', of('importDate')),
    ...optional('knownAt', of('knownAt')),
    ...optional('modeOfTransport', of('mode')),
    ...optional('entryType', of('type')),
    ...optional('override', of('override')),
    ...(of('explain') === 'full' ? { explain: 'full' } : {}),
  };
  return { question, changes: changesIn(of) };
}

type Of = (name: string) => string | undefined;

function quantitiesIn(of: Of): NonNullable<Line['quantities']> {
  return QUANTITIES.flatMap((index) => {
    const [value, unit] = [of(`q${index}`)?.replaceAll(',', ''), of(`u${index}`)];
    return value && unit ? [{ value, unit: unit.toUpperCase() }] : [];
  });
}

function metalsIn(of: Of): { metals?: Metal[] } {
  const metals = METALS.flatMap((metal): Metal[] => {
    const facts = {
      ...optional('weightPercent', of(`${metal}Share`)),
      ...optional('value', of(`${metal}Value`)),
      ...optional(metal === 'steel' ? 'meltedIn' : 'smeltedIn', of(`${metal}From`)?.toUpperCase()),
      ...optional('castIn', of(`${metal}Cast`)?.toUpperCase()),
    };
    return Object.keys(facts).length === 0 ? [] : [{ metal, ...facts }];
  });
  return metals.length === 0 ? {} : { metals };
}

/** The cases beside the question: another origin, another day, another claim or none. */
function changesIn(of: Of): WhatIfChangeBody[] {
  const [origin, date, claim] = [of('vsOrigin')?.toUpperCase(), of('vsDate'), of('vsClaim')];
  return [
    ...(origin ? [{ label: `Origin ${origin}`, originCountry: origin }] : []),
    ...(date ? [{ label: `On ${date}`, date }] : []),
    ...(claim === 'none' ? [{ label: 'Without a claim', spi: null }] : []),
    ...(claim && claim !== 'none' ? [{ label: `Claiming ${claim}`, spi: claim }] : []),
  ];
}

function optional<Name extends string>(name: Name, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: string };
}

/** Numbers that were typed into one field, apart by blanks or commas. */
function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,;]+/).filter((word) => word !== '');
}

/** An address with only what was filled in, so that what is shared stays short. */
export function addressOf(form: FormData): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of form)
    if (typeof value === 'string' && value.trim() !== '') search.set(name, value.trim());
  return search;
}
