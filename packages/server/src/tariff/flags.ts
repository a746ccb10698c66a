import type { TariffFlag } from '@portolan/contract';
import type { TariffLine, TariffReference } from '@portolan/tariff';

/** What else touches a number on a date: what agencies ask for, cases, measures that name it. */
export function flagsOf(line: TariffLine, reference: TariffReference, date: string): TariffFlag[] {
  return [...reportedFlags(line, reference), ...measures(line, reference, date)];
}

/** Flags of CBP's report by statistical number. */
function reportedFlags({ hts }: TariffLine, { flags }: TariffReference): TariffFlag[] {
  const found = flags.of(hts);
  if (!found) return [];
  const cite = `${found.source}, ${found.asOf}`;
  const kase = (kind: 'antidumping' | 'countervailing', code: string): TariffFlag => {
    return { kind, code, text: `An order of ${kind} duty may cover goods of this number`, cite };
  };
  return [
    ...found.agencies.map(({ code, agency, name, need }): TariffFlag => {
      return { kind: 'agency', code, text: `${agency}, ${name}: ${need}`, cite };
    }),
    ...(found.antidumping ? [kase('antidumping', 'AD')] : []),
    ...(found.countervailing ? [kase('countervailing', 'CVD')] : []),
  ];
}

const reported = new Set(['antidumping', 'countervailing']);

/** Measures of chapter 99 whose lists name the number on the date, with the headings that the lists give. */
function measures({ hts }: TariffLine, { scopes }: TariffReference, date: string): TariffFlag[] {
  const byScope = new Map<string, Set<string>>();
  for (const { scope, heading } of scopes.naming(hts, date)) {
    if (reported.has(scope)) continue;
    const headings = byScope.get(scope) ?? new Set();
    byScope.set(scope, HEADING.test(heading) ? headings.add(heading) : headings);
  }
  return [...byScope].map(([scope, headings]): TariffFlag => {
    const code = [...headings].join(', ') || scope;
    return { kind: 'measure', code, text: `On a list of ${scope.replaceAll('-', ' ')}` };
  });
}

const HEADING = /^99\d\d/;
