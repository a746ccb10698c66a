import { basename } from 'node:path';
import { importNotices, issueCredentialRoute, type NoticeProposal } from '@portolan/contract';
import type { Static } from 'typebox';
import { exitCodes } from '../exit-codes.ts';
import { readBytes } from '../files.ts';
import type { Io } from '../io.ts';
import type { NodeClient } from '../node/client.ts';
import { withNode } from '../node/connect.ts';
import type { NodeFlags } from '../node/flags.ts';
import { done, type Outcome } from '../outcome.ts';
import { counted, measured } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';

type Read = Static<typeof importNotices.response>;

/** `portolan line import`: what a spreadsheet of notices says, row by row, and with `--sign` the nominations of it. */
export async function runImport(
  io: Io,
  files: readonly string[],
  flags: NodeFlags & { readonly sign?: boolean },
): Promise<number> {
  const form = new FormData();
  for (const file of files) {
    const bytes = await readBytes(file);
    if (!bytes.ok) return reportFailure(io, flags, bytes);
    form.append('file', new Blob([new Uint8Array(bytes.value)]), basename(file));
  }
  return withNode(io, flags, async (node) => {
    const read = await node.call(importNotices, { form });
    if (!read.ok) return read;
    const signed = flags.sign ? await sign(node, read.value.proposals) : done([]);
    if (!signed.ok) return signed;
    report(io, flags, { ...read.value, signed: signed.value }, importLines(read.value, signed.value));
    return done(read.value.refused.length > 0 ? exitCodes.refused : exitCodes.ok);
  });
}

async function sign(node: NodeClient, proposals: readonly NoticeProposal[]): Promise<Outcome<string[]>> {
  const digests: string[] = [];
  for (const { document } of proposals) {
    const body = { type: 'PipelineNomination', document: { ...document } };
    const issued = await node.call(issueCredentialRoute, { body });
    if (!issued.ok) return issued;
    digests.push(issued.value.digest);
  }
  return done(digests);
}

function importLines({ proposals, refused, notices }: Read, signed: readonly string[]): string[] {
  return [
    ...proposals.flatMap(({ file, document }, index) => [
      `${document.line}, ${document.month}: ${counted(document.batches.length, 'batch', 'batches')} from ${file}`,
      ...document.batches.map(
        ({ batch, shipper, commodity, volume }) =>
          `  ${batch}  ${shipper.name}  ${commodity}  ${measured(volume)} at ${volume.base}`,
      ),
      ...(signed[index] ? [`  signed as ${signed[index]}`] : []),
    ]),
    ...notices.map(({ message }) => `note: ${message}`),
    ...refused.flatMap(({ file, row, column, refusal }) => [
      `${file}${row === undefined ? '' : `, row ${row}`}${column === undefined ? '' : `, column ${column}`}: ${refusal.message}`,
      `  mend: ${refusal.mend}`,
    ]),
    `${counted(proposals.length, 'nomination')}, ${counted(refused.length, 'row')} refused.`,
    ...(signed.length > 0 || proposals.length === 0 ? [] : ['Nothing is signed yet; add --sign.']),
  ];
}
