import { computeDuty, type DutyInput, parseDutyInput } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { dutyLines, traceLines } from '../output/duty.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';

const examples = `
Needs no node: the tariff edition and fee tables come with the command.

Examples:
  portolan duty --hts 0709.60.4081 --origin MX --value 1500 --quantity 1000:KGM --spi S --date 2026-06-12 --mode 30
  portolan duty --hts 2009.41.2000 --origin CR --value 24600 --quantity 20000:LTR --date 2026-06-20 --mode 11 --trace
  portolan duty entry.json                      {"entryType", "modeOfTransport", "date", "importDate", "knownAt", "lines"}

Exit codes: 0 done, 1 refused, 2 wrong usage.`;

interface DutyFlags extends OutputFlags {
  readonly hts?: string;
  readonly origin?: string;
  readonly value?: string;
  readonly quantity: readonly string[];
  readonly spi?: string;
  readonly date?: string;
  readonly importDate?: string;
  readonly knownAt?: string;
  readonly mode: string;
  readonly type: string;
  readonly port?: string;
  readonly override?: string;
  readonly trace?: boolean;
}

/** `portolan duty`: duty and fees of lines, without any node. */
export function dutyCommand(io: Io): Command {
  const command = new Command('duty')
    .description('Compute duty and fees, with the reason for every step')
    .argument('[file]', 'JSON with a whole entry to compute; else one line from the options')
    .option('--hts <number>', 'tariff number of ten digits')
    .option('--origin <country>', 'country of origin, ISO 3166-1 alpha-2')
    .option('--value <dollars>', 'entered value in whole US dollars')
    .option(
      '--quantity <value:unit>',
      'quantity with its unit, such as 1000:KGM; may be repeated',
      collect,
      [],
    )
    .option('--spi <indicator>', 'claimed preference: S, S+, P or P+')
    .option('--date <date>', 'date of entry, which decides the rate (today)')
    .option('--import-date <date>', 'date of importation (date of entry)')
    .option('--known-at <date>', 'use only what was published by then (now)')
    .option('--mode <code>', 'mode of transport: 11 vessel, 21 rail, 30 truck, 40 air', '30')
    .option('--type <code>', 'entry type: 01 formal, 11 informal', '01')
    .option('--port <code>', 'port of entry, Schedule D')
    .option('--override <reason>', 'go on although the tariff at hand may not be current')
    .option('--trace', 'show every step with its citation')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, flags: DutyFlags) => {
      io.exitCode = await runDuty(io, file, flags);
    });
  return withJsonFlag(command);
}

async function runDuty(io: Io, file: string | undefined, flags: DutyFlags): Promise<number> {
  const input = file === undefined ? inputOf(flags, io.now()) : await readInput(file);
  if (!input.ok) return reportFailure(io, flags, input);
  const result = outcomeOf(computeDuty(input.value, loadEmbeddedReference()));
  if (!result.ok) return reportFailure(io, flags, result);
  const trace = flags.trace ? ['', ...traceLines(result.value)] : [];
  report(io, flags, result.value, [...dutyLines(result.value), ...trace]);
  return exitCodes.ok;
}

async function readInput(file: string): Promise<Outcome<DutyInput>> {
  const value = await readJsonObject(file, 'an entry to compute');
  return value.ok ? outcomeOf(parseDutyInput(value.value)) : value;
}

function inputOf(flags: DutyFlags, now: string): Outcome<DutyInput> {
  const { hts, origin, value } = flags;
  const missing = Object.entries({ '--hts': hts, '--origin': origin, '--value': value }).find(
    ([, given]) => !given,
  );
  if (missing || !hts || !origin || !value)
    return refuse(
      'CLI_OPTION_INVALID',
      { option: missing?.[0] ?? '', value: '', expected: 'a value for it, or give a file' },
      exitCodes.usage,
    );
  const quantities = flags.quantity.map(quantityOf);
  const wrong = flags.quantity[quantities.indexOf(undefined)];
  if (wrong !== undefined)
    return refuse(
      'CLI_OPTION_INVALID',
      { option: '--quantity', value: wrong, expected: 'value and unit, such as 1000:KGM' },
      exitCodes.usage,
    );
  const date = flags.date ?? now.slice(0, 10);
  return done({
    entryType: flags.type,
    modeOfTransport: flags.mode,
    date,
    importDate: flags.importDate ?? date,
    knownAt: flags.knownAt ?? now,
    ...(flags.port && { port: flags.port }),
    ...(flags.override && { override: { reason: flags.override, by: 'command line' } }),
    lines: [
      {
        number: 1,
        hts,
        originCountry: origin.toUpperCase(),
        enteredValue: value,
        quantities: quantities.filter((quantity) => quantity !== undefined),
        ...(flags.spi && { spi: flags.spi }),
      },
    ],
  });
}

function quantityOf(text: string): { value: string; unit: string } | undefined {
  const [, value, unit] = /^([\d.]+):([A-Za-z0-9]{2,3})$/.exec(text) ?? [];
  return value && unit ? { value, unit: unit.toUpperCase() } : undefined;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
