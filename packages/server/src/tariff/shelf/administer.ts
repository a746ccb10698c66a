import { ok, type Result } from '@portolan/kernel';
import { type AdminContext, operator } from '../../platform/admin/context.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import type { ImportFields } from './fields.ts';
import { type ImportedFile, type Importer, importData, withdrawData } from './import.ts';
import type { ShelfItem } from './item.ts';
import { shelfOf } from './store.ts';

/** Imports tariff data for every organization on the node. */
export function importForNode(
  context: AdminContext,
  fields: ImportFields,
  file: ImportedFile,
): Promise<Result<ShelfItem>> {
  return importData(context.pool, forNode(context), fields, file);
}

/** What the operator imported for every organization. */
export async function listNodeData({ pool }: AdminContext): Promise<Result<ShelfItem[]>> {
  return ok(await shelfOf(pool, nodeTenantId));
}

/** Takes what the operator imported out of use for every organization. */
export function withdrawForNode(
  context: AdminContext,
  name: string,
  reason: string,
): Promise<Result<undefined>> {
  return withdrawData(context.pool, forNode(context), name, reason);
}

function forNode({ clock }: AdminContext): Importer {
  return { tenantId: nodeTenantId, name: operator, at: clock.now() };
}
