/**
 * Lines of duty a second on one core, each with three layers that apply (base rate, section 301, section 232), beside
 * the bare multiplications inside them; then time and memory of importing an official edition, where one is given.
 *
 *   node scripts/run.mjs bench/tariff.ts [<official export, JSON or CSV, plain or gzipped>]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectOk } from '@portolan/kernel';
import { computeDuty, type DutyInput } from '@portolan/tariff';
import { importExport, loadEmbeddedReference } from '@portolan/tariff/node';

const LINES = 500;
const ROUNDS = 8;
const ENTRIES_A_ROUND = 40;
/** Numbers of steel articles that bear sections 301 and 232 when they come from China. */
const NUMBERS = ['7326908688', '7318152030', '7308903000', '7317005503', '7326190080'];

const [path, only] = process.argv.slice(2);
if (only === '--import-only' && path !== undefined) reportImport(path);
else {
  benchLines();
  if (path !== undefined)
    spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), path, '--import-only'],
      { stdio: 'inherit' },
    );
}

function benchLines(): void {
  const reference = loadEmbeddedReference();
  const entry = entryOf(LINES);
  const layers = expectOk(computeDuty(entry, reference)).lines.map(
    (line) => line.layers.filter(({ applied }) => applied).length,
  );
  if (layers.some((count) => count !== 3)) throw new Error('not every line has three layers');
  const rates = Array.from({ length: ROUNDS }, () => {
    const begin = process.cpuUsage();
    for (let at = 0; at < ENTRIES_A_ROUND; at++) expectOk(computeDuty(entry, reference));
    return (LINES * ENTRIES_A_ROUND) / secondsSince(begin);
  });
  const best = Math.max(...rates);
  const median = rates.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  console.log(`three-layer lines  best ${whole(best)}/s, median ${whole(median)}/s on one core (aim 50,000)`);
  console.log(`bare multiplication ${whole(bareRate())} lines/s of three products`);
}

function entryOf(lines: number): DutyInput {
  return {
    entryType: '01',
    modeOfTransport: '11',
    date: '2026-06-15',
    importDate: '2026-06-15',
    knownAt: '2026-06-15',
    lines: Array.from({ length: lines }, (_, index) => ({
      number: index + 1,
      hts: NUMBERS[index % NUMBERS.length] ?? '',
      originCountry: 'CN',
      enteredValue: String(1_000 + index * 37),
      quantities: [{ value: String(100 + index), unit: 'KGM' }],
    })),
  };
}

/** The least that a line needs: three exact products of a value and a percentage. */
function bareRate(): number {
  const begin = process.cpuUsage();
  const count = 1_000_000;
  let sum = 0n;
  for (let at = 0; at < count; at++) {
    const value = BigInt(1_000 + (at % 5_000)) * 100n;
    sum += (value * 29n + 500n) / 1_000n + (value * 25n + 50n) / 100n + (value * 50n + 50n) / 100n;
  }
  if (sum === 0n) throw new Error('nothing was computed');
  return count / secondsSince(begin);
}

/** In a process of its own, so that its memory is the import's. */
function reportImport(file: string): void {
  const begin = performance.now();
  const rows = expectOk(importExport(readFileSync(file)));
  const seconds = (performance.now() - begin) / 1_000;
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  console.log(
    `edition import      ${rows.length} rows in ${seconds.toFixed(2)} s, at most ${whole(megabytes)} MB (aims 5 s, 300 MB)`,
  );
}

function secondsSince(begin: NodeJS.CpuUsage): number {
  const { user } = process.cpuUsage(begin);
  return user / 1_000_000;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
