import { type SoldTitle, sellTitle } from '@portolan/contract';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import type { NodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { refusalLines } from '../output/refusals.ts';
import { report, reportFailure } from '../output/report.ts';

/** `portolan line sell`: a transfer of title, signed and sent, and who reads what of it. */
export async function runSell(io: Io, file: string, flags: NodeFlags): Promise<number> {
  const read = await readJsonObject(file, 'a transfer of title');
  if (!read.ok) return reportFailure(io, flags, read);
  const { type: _type, ...document } = read.value;
  return withNode(io, flags, async (node) => {
    const sold = await node.call(sellTitle, { body: { document } });
    if (!sold.ok) return sold;
    report(io, flags, sold.value, soldLines(sold.value));
    return done(
      sold.value.sent.some(({ refusals }) => refusals.length > 0) ? exitCodes.refused : exitCodes.ok,
    );
  });
}

function soldLines({ digest, sent }: SoldTitle): string[] {
  return [
    `signed as ${digest}`,
    ...sent.flatMap(({ name, as, hidden, refusals }) => [
      refusals.length > 0
        ? `not sent to the ${as}, ${name}`
        : `sent to the ${as}, ${name}${hidden.length > 0 ? `, without ${hidden.map((place) => place.slice(1)).join(', ')}` : ', in full'}`,
      ...refusalLines(refusals).map((line) => `  ${line}`),
    ]),
  ];
}
