import { computeDuty, type DutyInput, type DutyResult, parseDutyInput, whatIf } from '@portolan/tariff';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import { dutyLines, traceLines } from '../output/duty.ts';
import { report, reportFailure } from '../output/report.ts';
import { changeOf, compareLines } from '../tariff/compare.ts';
import { type DutyFlags, inputOf, readAll } from '../tariff/duty-flags.ts';
import { openShelf, withShelfFlag } from '../tariff/shelf.ts';

const examples = `
Needs no node: a tariff edition and all tables come with the command; "portolan tariff import" adds others.

Examples:
  portolan duty --hts 7326908688 --origin CN --value 14172 --date 2026-06-15 --trace
  portolan duty --hts 0709.60.4081 --origin MX --value 1500 --quantity 1000:KGM --spi S --date 2026-06-12 --mode 30
  portolan duty --hts 7326908688 --origin CN --value 14172 --date 2026-06-15 --compare origin=MX --compare date=2026-03-02
  portolan duty examples/tariff/duty.json       {"entryType", "modeOfTransport", "date", "importDate", "knownAt", "lines"}

Past the last day that the data knows the answer is "not current" and names what is unknown; --override "reason" goes on.

Exit codes: 0 done, 1 refused, 2 wrong usage.`;

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
    .option('--heading <number>', 'claimed heading of chapter 98 or 99; may be repeated', collect, [])
    .option(
      '--metal <metal:percent:country>',
      'metal by weight, and where melted or smelted, such as steel:80:CN',
      collect,
      [],
    )
    .option(
      '--case <number:exporter>',
      'antidumping or countervailing case that covers the goods',
      collect,
      [],
    )
    .option('--outside-cases <reason>', 'why no case covers goods whose number is flagged')
    .option('--license <words>', 'license or permit where importation is otherwise prohibited')
    .option('--fee-exempt <reason>', 'ground for exemption from the merchandise processing fee')
    .option('--date <date>', 'date of entry, which decides the rate (today)')
    .option('--import-date <date>', 'date of importation (date of entry)')
    .option('--known-at <date>', 'use only what was published by then (now)')
    .option('--mode <code>', 'mode of transport: 11 vessel, 21 rail, 30 truck, 40 air', '30')
    .option('--type <code>', 'entry type: 01 formal, 11 informal', '01')
    .option('--port <code>', 'port of entry, Schedule D')
    .option('--override <reason>', 'go on although the tariff at hand may not be current')
    .option('--trace', 'show every step with its citation')
    .option('--explain', 'also name the layers that cannot touch a line')
    .option(
      '--compare <change>',
      'the same with origin=, date=, claim=, mode= or hts= changed; may be repeated',
      collect,
      [],
    )
    .addHelpText('after', examples)
    .action(async (file: string | undefined, flags: DutyFlags) => {
      io.exitCode = await runDuty(io, file, flags);
    });
  return withJsonFlag(withShelfFlag(command));
}

async function runDuty(io: Io, file: string | undefined, flags: DutyFlags): Promise<number> {
  const input = file === undefined ? inputOf(flags, io.now()) : await readInput(file);
  if (!input.ok) return reportFailure(io, flags, input);
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  if (flags.compare.length > 0) return runCompare(io, flags, input.value, shelf.value);
  const result = outcomeOf(computeDuty(input.value, shelf.value.reference));
  if (!result.ok) return reportFailure(io, flags, result);
  const trace = flags.trace || flags.explain ? ['', ...traceLines(result.value)] : [];
  report(io, flags, forMachines(result.value), [...dutyLines(result.value), ...trace]);
  return exitCodes.ok;
}

function runCompare(
  io: Io,
  flags: DutyFlags,
  input: DutyInput,
  { reference }: { readonly reference: Parameters<typeof whatIf>[2] },
): number {
  const changes = readAll(
    '--compare',
    flags.compare,
    changeOf,
    'origin=MX, date=2026-03-02, claim=S, claim=none, mode=11 or hts=…',
  );
  if (!changes.ok) return reportFailure(io, flags, changes);
  const cases = whatIf(input, changes.value, reference);
  report(io, flags, { cases }, compareLines(cases));
  return cases[0]?.result ? exitCodes.ok : exitCodes.refused;
}

/** The result with its sum and layers first: what a script asks for before anything else. */
function forMachines(result: DutyResult) {
  const layers = result.lines.flatMap((line) => line.layers.map((step) => ({ line: line.number, ...step })));
  return { duty: result.totals.duty, layers, ...result };
}

async function readInput(file: string): Promise<Outcome<DutyInput>> {
  const value = await readJsonObject(file, 'an entry to compute');
  return value.ok ? outcomeOf(parseDutyInput(value.value)) : value;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
