import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, isRecord, parseJson } from '@portolan/kernel';
import {
  composeReference,
  createEditionOpener,
  type HeldItem,
  type ImportFields,
  itemOf,
  packFile,
  readImportFields,
  type Shelf,
  type ShelfItem,
} from '@portolan/server/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { Command } from 'commander';
import { readBytes } from '../files.ts';
import type { Io } from '../io.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import type { OutputFlags } from '../output/report.ts';

/** Where this machine keeps the tariff data that it imported. */
export interface ShelfFlags extends OutputFlags {
  readonly shelf?: string;
}

export const defaultShelf = '.portolan/tariff';

export function withShelfFlag(command: Command): Command {
  return command.option(
    '--shelf <folder>',
    `folder of the tariff data imported on this machine (PORTOLAN_TARIFF; ${defaultShelf})`,
  );
}

export function shelfFolder({ env }: Io, { shelf }: ShelfFlags): string {
  return shelf ?? env.PORTOLAN_TARIFF ?? defaultShelf;
}

/** The tariff data of this machine: what comes with the command, and what was imported into the folder. */
export async function openShelf(io: Io, flags: ShelfFlags): Promise<Outcome<Shelf>> {
  const held = await heldIn(shelfFolder(io, flags));
  if (!held.ok) return held;
  const reference = composeReference(loadEmbeddedReference(), held.value, createEditionOpener());
  return done({ reference, items: held.value.map(({ item }) => item) });
}

async function heldIn(folder: string): Promise<Outcome<HeldItem[]>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const held: HeldItem[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const bytes = await readBytes(file);
    if (!bytes.ok) return bytes;
    const read = outcomeOf(parseJson(bytes.value));
    if (!read.ok) return read;
    const item = isRecord(read.value) ? (read.value as unknown as ShelfItem) : undefined;
    const content = await readBytes(contentFile(folder, name.slice(0, -'.json'.length)));
    if (!content.ok) return content;
    if (item?.record === undefined) return refuse('CLI_NOT_JSON', { file, expected: 'imported tariff data' });
    held.push({ item, content: Buffer.from(content.value) });
  }
  return done(held);
}

/**
 * Imports a file into the folder. The same file under the same name again changes nothing; other content under a name
 * that is there is refused.
 */
export async function importInto(
  folder: string,
  fields: ImportFields,
  file: string,
  at: Instant,
): Promise<Outcome<ShelfItem>> {
  const note = outcomeOf(readImportFields(fields));
  if (!note.ok) return note;
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const packed = outcomeOf(packFile(note.value.kind, bytes.value));
  if (!packed.ok) return packed;
  const { content, digest } = packed.value;
  const known = await heldIn(folder);
  if (!known.ok) return known;
  const { name } = note.value;
  const same = known.value.find(({ item }) => item.name === name)?.item;
  if (same?.digest === digest) return done(same);
  if (same || loadEmbeddedReference().editions.some(({ id }) => id === name))
    return refuse('CLI_TARIFF_NAME_TAKEN', { name });
  const imported = { fileName: file, importedBy: 'command line', importedAt: at };
  const item = itemOf(note.value, packed.value, { holder: 'organization', ...imported });
  await mkdir(folder, { recursive: true });
  await writeFile(contentFile(folder, name), content);
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(item, null, 2)}\n`);
  return done(item);
}

/** Takes an item out of the folder. */
export async function removeFrom(folder: string, name: string): Promise<Outcome<undefined>> {
  const known = await heldIn(folder);
  if (!known.ok) return known;
  if (!known.value.some(({ item }) => item.name === name)) return refuse('CLI_TARIFF_DATA_UNKNOWN', { name });
  await rm(join(folder, `${name}.json`));
  await rm(contentFile(folder, name), { force: true });
  return done(undefined);
}

function contentFile(folder: string, name: string): string {
  return join(folder, `${name}.gz`);
}
