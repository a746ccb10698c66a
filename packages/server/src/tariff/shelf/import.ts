import type { JsonObject } from '@portolan/kernel';
import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { Pool } from 'pg';
import { audit } from '../../platform/audit.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { shelfCatalogue } from '../catalogue.ts';
import { type ImportFields, readImportFields } from './fields.ts';
import { itemOf, type ShelfItem } from './item.ts';
import type { PackedFile } from './pack.ts';
import { packApart } from './pack-apart.ts';
import { addItem, digestNamed, usedBy, withdrawItem } from './store.ts';

/** Who imports, for whom: an organization for itself, the operator for the whole node. */
export interface Importer {
  readonly tenantId: string;
  readonly name: string;
  readonly at: Instant;
}

export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Imports a file of tariff data. The same file under the same name again changes nothing. Refuses fields that do not fit,
 * a file that is not of its kind, and a name that is taken by other content or was withdrawn.
 */
export async function importData(
  pool: Pool,
  importer: Importer,
  fields: ImportFields,
  file: ImportedFile,
): Promise<Result<ShelfItem>> {
  const note = readImportFields(fields);
  if (!note.ok) return note;
  if (comesWithProgram(note.value.name)) return refused(nameTaken(note.value.name));
  const packed = await packApart(note.value.kind, file.bytes);
  if (!packed.ok) return packed;
  const item = itemOf(note.value, packed.value, {
    holder: importer.tenantId === nodeTenantId ? 'node' : 'organization',
    fileName: file.name,
    importedBy: importer.name,
    importedAt: importer.at,
  });
  if (await isFull(pool, importer, packed.value)) return refused(full());
  const stored = await store(pool, importer, item, packed.value);
  return stored ? ok(item) : sameAgain(pool, importer, item);
}

/** What one organization may have in use: every edition is kept packed in memory while it is asked for. */
const most = { items: 60, megabytes: 64 };

async function isFull(pool: Pool, { tenantId }: Importer, { content }: PackedFile): Promise<boolean> {
  const { items, bytes } = await usedBy(pool, tenantId);
  return items >= most.items || bytes + content.length > most.megabytes * 1024 * 1024;
}

function full() {
  return shelfCatalogue.refuse('NODE_TARIFF_FULL', { path: '/file', params: most });
}

async function store(
  pool: Pool,
  importer: Importer,
  item: ShelfItem,
  { content }: PackedFile,
): Promise<boolean> {
  return withTransaction(pool, async (tx) => {
    if (!(await addItem(tx, importer.tenantId, item, Buffer.from(content)))) return false;
    await record(tx, importer, 'tariff.import', item.name, {
      kind: item.kind,
      digest: item.digest,
      rows: item.rows,
      file: item.fileName,
    });
    return true;
  });
}

async function sameAgain(pool: Pool, { tenantId }: Importer, item: ShelfItem): Promise<Result<ShelfItem>> {
  const known = await digestNamed(pool, tenantId, item.name);
  if (known?.digest === item.digest && !known.withdrawn) return ok(item);
  return refused(nameTaken(item.name));
}

function comesWithProgram(name: string): boolean {
  return loadEmbeddedReference().editions.some(({ id }) => id === name);
}

function nameTaken(name: string) {
  return shelfCatalogue.refuse('NODE_TARIFF_NAME_TAKEN', { path: '/name', params: { name } });
}

/** Takes imported data out of use, with a reason. Refuses what the importer has not imported. */
export async function withdrawData(
  pool: Pool,
  importer: Importer,
  name: string,
  reason: string,
): Promise<Result<undefined>> {
  return withTransaction(pool, async (tx) => {
    const by = { name: importer.name, at: importer.at, reason };
    if (!(await withdrawItem(tx, importer.tenantId, name, by)))
      return refused(shelfCatalogue.refuse('NODE_TARIFF_DATA_UNKNOWN', { path: '/name', params: { name } }));
    await record(tx, importer, 'tariff.withdraw', name, { reason });
    return ok(undefined);
  });
}

function record(
  tx: Parameters<typeof audit>[0],
  { tenantId, at, name: actor }: Importer,
  action: string,
  subject: string,
  detail: JsonObject,
): Promise<void> {
  return audit(tx, { tenantId, at, actor, action, subject, detail });
}
