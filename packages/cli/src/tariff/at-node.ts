import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importTariffData, listTariffData, withdrawTariffData } from '@portolan/contract';
import { importForNode, listNodeData, withdrawForNode } from '@portolan/server/platform';
import { type ImportFields, importedView } from '@portolan/server/tariff';
import { administer } from '../administer.ts';
import { exitCodes } from '../exit-codes.ts';
import { readBytes } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { done } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { importedText, listText, withdrawnText } from './data-text.ts';
import type { PlaceFlags } from './place.ts';

/** Imports a file for the organization at a running node. */
export async function importAtNode(
  io: Io,
  flags: PlaceFlags,
  fields: ImportFields,
  file: string,
): Promise<number> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return reportFailure(io, flags, bytes);
  return withNode(io, flags, async (node) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
    // The export of a whole schedule is packed: a node takes no file larger than 5 MB.
    const packed = bytes.value[0] === 0x1f ? bytes.value : gzipSync(bytes.value);
    form.set('file', new Blob([new Uint8Array(packed)]), basename(file));
    const view = await node.call(importTariffData, { form });
    if (!view.ok) return view;
    report(io, flags, view.value, importedText(view.value, 'your organization at the node'));
    return done(exitCodes.ok);
  });
}

/** Imports a file for every organization on this machine's node. */
export async function importForAll(
  io: Io,
  flags: PlaceFlags,
  fields: ImportFields,
  file: string,
): Promise<number> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return reportFailure(io, flags, bytes);
  await administer(
    io,
    flags,
    (context) => importForNode(context, fields, { name: basename(file), bytes: bytes.value }),
    (item) => [
      ...importedText(importedView(item), 'every organization on the node'),
      'It counts for drafts, filings and decisions from now on; decisions taken before keep what they were taken with.',
    ],
  );
  return io.exitCode;
}

/** Lists what the organization at a running node computes with. */
export function listAtNode(io: Io, flags: PlaceFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const list = await node.call(listTariffData);
    if (!list.ok) return list;
    report(io, flags, list.value, listText(list.value.items));
    return done(exitCodes.ok);
  });
}

/** Lists what the operator imported for every organization. */
export async function listForAll(io: Io, flags: PlaceFlags): Promise<number> {
  await administer(io, flags, listNodeData, (items) =>
    items.length === 0 ? ['Nothing was imported for the whole node.'] : listText(items.map(importedView)),
  );
  return io.exitCode;
}

/** Withdraws what the organization imported. */
export function withdrawAtNode(io: Io, flags: PlaceFlags, name: string, reason: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const answer = await node.call(withdrawTariffData, { params: { name }, body: { reason } });
    if (!answer.ok) return answer;
    report(io, flags, answer.value, withdrawnText(name));
    return done(exitCodes.ok);
  });
}

/** Withdraws what the operator imported. */
export async function withdrawForAll(
  io: Io,
  flags: PlaceFlags,
  name: string,
  reason: string,
): Promise<number> {
  await administer(
    io,
    flags,
    (context) => withdrawForNode(context, name, reason),
    () => [...withdrawnText(name), 'Decisions that were taken with it are still computed again with it.'],
  );
  return io.exitCode;
}
