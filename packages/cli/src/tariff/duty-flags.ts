import type { DutyInput, DutyLineInput, MetalContent } from '@portolan/tariff';
import { exitCodes } from '../exit-codes.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { ShelfFlags } from './shelf.ts';

/** One line as the options of `portolan duty` give it. */
export interface DutyFlags extends ShelfFlags {
  readonly hts?: string;
  readonly origin?: string;
  readonly value?: string;
  readonly quantity: readonly string[];
  readonly spi?: string;
  readonly heading: readonly string[];
  readonly metal: readonly string[];
  readonly case: readonly string[];
  readonly outsideCases?: string;
  readonly license?: string;
  readonly feeExempt?: string;
  readonly date?: string;
  readonly importDate?: string;
  readonly knownAt?: string;
  readonly mode: string;
  readonly type: string;
  readonly port?: string;
  readonly override?: string;
  readonly explain?: boolean;
  readonly trace?: boolean;
  readonly compare: readonly string[];
}

/** The entry of one line that the options describe; what they leave out is today, a truck and a formal entry. */
export function inputOf(flags: DutyFlags, now: string): Outcome<DutyInput> {
  const { hts, origin, value } = flags;
  const missing = Object.entries({ '--hts': hts, '--origin': origin, '--value': value }).find(
    ([, given]) => !given,
  );
  if (missing || !hts || !origin || !value)
    return wrong(missing?.[0] ?? '', '', 'a value for it, or give a file');
  const quantities = readAll('--quantity', flags.quantity, quantityOf, 'value and unit, such as 1000:KGM');
  if (!quantities.ok) return quantities;
  const metals = readAll(
    '--metal',
    flags.metal,
    metalOf,
    'metal, percent of weight and country, such as steel:80:CN',
  );
  if (!metals.ok) return metals;
  const date = flags.date ?? now.slice(0, 10);
  const { outsideCases, license, feeExempt, spi } = flags;
  const line: DutyLineInput = {
    ...{
      number: 1,
      hts,
      originCountry: origin.toUpperCase(),
      enteredValue: value,
      quantities: quantities.value,
    },
    ...(spi && { spi }),
    ...(flags.heading.length > 0 && { headings: [...flags.heading] }),
    ...(metals.value.length > 0 && { metals: metals.value }),
    ...(flags.case.length > 0 && { cases: flags.case.map(caseOf) }),
    ...(outsideCases && { outsideCases }),
    ...(license && { license }),
    ...(feeExempt && { feeExempt }),
  };
  return done({
    entryType: flags.type,
    modeOfTransport: flags.mode,
    date,
    importDate: flags.importDate ?? date,
    knownAt: flags.knownAt ?? now,
    ...(flags.port && { port: flags.port }),
    ...(flags.override && { override: { reason: flags.override, by: 'command line' } }),
    ...(flags.explain && { explain: 'full' as const }),
    lines: [line],
  });
}

/** Every text read, or the first that does not fit as wrong usage. */
export function readAll<T>(
  option: string,
  texts: readonly string[],
  read: (text: string) => T | undefined,
  expected: string,
): Outcome<T[]> {
  const values: T[] = [];
  for (const text of texts) {
    const value = read(text);
    if (value === undefined) return wrong(option, text, expected);
    values.push(value);
  }
  return done(values);
}

function wrong(option: string, value: string, expected: string) {
  return refuse('CLI_OPTION_INVALID', { option, value, expected }, exitCodes.usage);
}

function quantityOf(text: string): { value: string; unit: string } | undefined {
  const [, value, unit] = /^([\d.]+):([A-Za-z0-9]{2,3})$/.exec(text) ?? [];
  return value && unit ? { value, unit: unit.toUpperCase() } : undefined;
}

/** Steel is melted and poured, aluminum and copper are smelted and cast; here both are told by one country. */
function metalOf(text: string): MetalContent | undefined {
  const [, metal, percent, country] =
    /^(steel|aluminum|copper):(\d+(?:\.\d+)?)(?::([A-Za-z]{2}))?$/.exec(text) ?? [];
  if (!metal || !percent) return undefined;
  const from = country?.toUpperCase();
  return {
    metal: metal as MetalContent['metal'],
    weightPercent: percent,
    ...(from && (metal === 'steel' ? { meltedIn: from } : { smeltedIn: from, castIn: from })),
  };
}

function caseOf(text: string): { case: string; exporter?: string } {
  const [number = '', ...exporter] = text.split(':');
  return { case: number, ...(exporter.length > 0 && { exporter: exporter.join(':') }) };
}
