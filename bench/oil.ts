import { loadEmbeddedReference } from '@portolan/tariff/node';
import { lineMonth, oilTables } from '../packages/programs/src/oil/index.ts';
import { largeMonth } from '../packages/programs/src/oil/testing/large-month.ts';
import { profile } from '../packages/programs/src/oil/testing/small-line.ts';

/**
 * A month of a pipeline: 50,000 border tickets and 500 title transfers in 250 batches, balanced. Beside it, in the same run, the least
 * that any program must do with the same papers: read them from JSON and add up their volumes.
 */

const [tickets = 50_000, transfers = 500, rounds = 3] = process.argv.slice(2).map(Number);
const signed = largeMonth({ tickets, transfers, batches: 250 });
const text = JSON.stringify(signed);
const tariff = loadEmbeddedReference();

/** Processor time of this process, in milliseconds: the machine may have other work. */
function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const before = process.cpuUsage();
  const result = work();
  const { system, user } = process.cpuUsage(before);
  return [result, (system + user) / 1000];
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

console.log(`${signed.length} papers, ${(text.length / 1e6).toFixed(1)} MB`);
for (let round = 1; round <= rounds; round += 1) {
  const [, reading] = timed(plain);
  const [result, balanced] = timed(month);
  console.log(
    `round ${round}: parse and add ${reading.toFixed(0)} ms; month ${balanced.toFixed(0)} ms, ${(balanced / reading).toFixed(1)} times that;`,
    `${result.crossings.length} crossings, ${result.findings.length} findings, delivered ${result.balance.delivered}`,
  );
}
