import { type ColumnMapping, tableFingerprint } from '@portolan/documents';
import { mappingsFor } from '../../orders/mappings.ts';
import type { TradeContext } from '../context.ts';
import type { UploadedFile } from './intake.ts';

const tables = /\.(csv|tsv|txt|xlsx)$/i;

/** The mapping that the organization remembers for each spreadsheet among its files; one query for all of them. */
export async function rememberedMappings(
  { pool, crypto }: Pick<TradeContext, 'pool' | 'crypto'>,
  tenantId: string,
  files: readonly UploadedFile[],
): Promise<ReadonlyMap<UploadedFile, ColumnMapping>> {
  const named = files.flatMap((file) => {
    const fingerprint = tables.test(file.name) ? tableFingerprint(file, crypto) : undefined;
    return fingerprint ? [{ file, fingerprint }] : [];
  });
  const known = await mappingsFor(
    pool,
    tenantId,
    named.map(({ fingerprint }) => fingerprint),
  );
  return new Map(
    named.flatMap(({ file, fingerprint }) => {
      const mapping = known.get(fingerprint);
      return mapping ? [[file, mapping] as const] : [];
    }),
  );
}
