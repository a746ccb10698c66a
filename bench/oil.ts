import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { type LineMonth, lineMonth, oilTables } from '../packages/programs/src/oil/index.ts';
import { largeMonth } from '../packages/programs/src/oil/testing/large-month.ts';
import { profile } from '../packages/programs/src/oil/testing/small-line.ts';
import { readImports, trueScale } from '../packages/programs/src/oil/testing/true-scale.ts';

/**
 * A month of a pipeline: 50,000 border tickets and 500 title transfers in 250 batches, balanced. Beside it, in the same run, the least
 * that any program must do with the same papers: read them from JSON and add up their volumes. With `--imports <file> [period]` a month
 * of the company level imports of the Energy Information Administration instead, at the scale at which it happened.
 */

const asked = process.argv.slice(2);
const [tickets = 50_000, transfers = 500, rounds = 3] = asked[0] === '--imports' ? [] : asked.map(Number);
const signed =
  asked[0] === '--imports'
    ? imported(asked[1] ?? '', asked[2])
    : largeMonth({ tickets, transfers, batches: 250 });
const text = JSON.stringify(signed);
const tariff = loadEmbeddedReference();

/** Processor time of this process, in milliseconds: the machine may have other work. */
function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const before = process.cpuUsage();
  const result = work();
  const { system, user } = process.cpuUsage(before);
  return [result, (system + user) / 1000];
}

/** Crude of one period of the table; of the period with the most rows where none is named. */
function imported(file: string, period?: string) {
  const rows = readImports(readFileSync(file, 'utf8')).filter(
    ({ product, quantity }) => product.toUpperCase().startsWith('CRUDE OIL') && quantity > 0,
  );
  const periods = [...Map.groupBy(rows, (row) => row.period)].sort(([, a], [, b]) => b.length - a.length);
  const found = period === undefined ? periods[0] : periods.find(([name]) => name === period);
  if (!found)
    throw new Error(
      `no crude oil in ${period ?? 'the table'}; periods: ${periods.map(([name]) => name).join(' ')}`,
    );
  console.log(`${found[0]}: ${found[1].length} rows`);
  return trueScale(found[1]);
}

function told({ entries, process }: LineMonth): string[] {
  return process.owners.map(({ kind, owner }) => {
    const own = entries.filter((entry) => entry.owner.did === owner.did);
    const lines = own.flatMap((entry) => entry.lines);
    const barrels = lines.reduce((sum, { volume }) => sum + Number(volume), 0);
    const duty = own.reduce((sum, entry) => sum + Number(entry.duty.amount), 0);
    return `${owner.name}: ${barrels} barrels, ${kind}, ${own.length} entries, duty ${duty.toFixed(2)} USD`;
  });
}

function plain(): number {
  let sum = 0;
  for (const { document, type } of JSON.parse(text) as typeof signed)
    if (type === 'MeasurementTicket')
      sum += Number(
        (document as { reported: { netStandardVolume: { value: string } } }).reported.netStandardVolume.value,
      );
  return sum;
}

const month = () =>
  lineMonth({
    ...{
      profile,
      month: '2026-08',
      signed,
      filed: [],
      tables: oilTables,
      tariff,
      at: '2026-09-03T15:00:00Z',
    },
  });

if (asked[0] === '--imports') for (const line of told(month())) console.log(line);
console.log(`${signed.length} papers, ${(text.length / 1e6).toFixed(1)} MB`);
for (let round = 1; round <= rounds; round += 1) {
  const [, reading] = timed(plain);
  const [result, balanced] = timed(month);
  console.log(
    `round ${round}: parse and add ${reading.toFixed(0)} ms; month ${balanced.toFixed(0)} ms, ${(balanced / reading).toFixed(1)} times that;`,
    `${result.crossings.length} crossings, ${result.findings.length} findings, delivered ${result.balance.delivered}`,
  );
}
