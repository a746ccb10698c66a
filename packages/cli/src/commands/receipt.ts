import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { getEntryReceipts, type ReceiptView } from '@portolan/contract';
import { Command } from 'commander';
import { entryNumberOf } from '../arguments.ts';
import { cliCatalogue } from '../catalogue.ts';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome } from '../outcome.ts';
import { shortened, when } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
Examples:
  portolan receipt ZZ9-0000103-5 --as broker
  portolan receipt ZZ9-0000103-5 --as broker --save receipts
  portolan verify receipts/filing-3f1c9a2b.receipt.json       checks one without any node

${exitCodesHelp}`;

interface ReceiptFlags extends NodeFlags {
  readonly save?: string;
}

/** `portolan receipt`: the receipts of an entry, shown and saved. */
export function receiptCommand(io: Io): Command {
  const command = new Command('receipt')
    .description("Get the log's receipts of an entry: filing, evidence and decisions")
    .argument('<number>', 'entry number, such as ZZ9-0000103-5')
    .option('--save <folder>', 'write each receipt to a file there')
    .addHelpText('after', examples)
    .action(async (number: string, flags: ReceiptFlags) => {
      io.exitCode = await runReceipt(io, number, flags);
    });
  return withNodeFlags(command);
}

async function runReceipt(io: Io, text: string, flags: ReceiptFlags): Promise<number> {
  const entryNumber = entryNumberOf(text);
  if (!entryNumber.ok) return reportFailure(io, flags, entryNumber);
  return withNode(io, flags, async (node) => {
    const answer = await settled(() =>
      node.call(getEntryReceipts, { params: { entryNumber: entryNumber.value } }),
    );
    if (!answer.ok) return answer;
    const { receipts } = answer.value;
    const saved = flags.save === undefined ? [] : await save(flags.save, receipts);
    report(io, flags, { ...answer.value, saved }, [
      ...table(columns, receipts.map(row)),
      ...saved.map((file) => `saved ${file}`),
    ]);
    if (complete(receipts)) return done(exitCodes.ok);
    const params = { entryNumber: entryNumber.value };
    if (!flags.json) io.error(cliCatalogue.refuse('CLI_RECEIPTS_PENDING', { params }).message);
    return done(exitCodes.incomplete);
  });
}

/** Receipts follow a filing within a second or so; whoever asks at once waits that long, and no longer than this. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 100;

/** Asks again until every receipt is there, or patience ends: then the last answer stands. */
async function settled<T extends { readonly receipts: readonly ReceiptView[] }>(
  ask: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (!answer.ok || complete(answer.value.receipts) || Date.now() >= end) return answer;
    await setTimeout(PAUSE_MS);
  }
}

/** The filing itself has a receipt, and so has everything that came with it. */
function complete(receipts: readonly ReceiptView[]): boolean {
  return receipts.length > 0 && receipts.every(({ receipt }) => receipt);
}

const columns = [
  { title: 'Kind' },
  { title: 'What' },
  { title: 'Logged' },
  { title: 'Leaf', align: 'right' },
  { title: 'Digest' },
] as const;

function row({ kind, title, at, index, digest, receipt }: ReceiptView): string[] {
  const logged = receipt && at ? when(at) : 'pending';
  return [kind, title, logged, index === undefined ? '' : String(index), shortened(digest)];
}

async function save(folder: string, receipts: readonly ReceiptView[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const saved: string[] = [];
  for (const { kind, digest, receipt } of receipts) {
    if (!receipt) continue;
    const file = join(folder, `${kind}-${digest.slice(7, 15)}.receipt.json`);
    await writeFile(file, `${JSON.stringify(receipt, null, 2)}\n`);
    saved.push(file);
  }
  return saved;
}
