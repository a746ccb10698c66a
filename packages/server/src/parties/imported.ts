import type { ImportedAgency } from '@portolan/contract';
import type { OversightAct, Policy } from '@portolan/parties';
import type { Queryable } from '../trade/store/bulk.ts';

/** An agency of another node, as it was imported here. */
export interface ImportedOversight {
  readonly did: string;
  readonly name: string;
  readonly source: string;
  readonly importedAt: string;
  readonly policies: readonly Policy[];
  readonly acts: readonly OversightAct[];
}

/** The imported agencies, or the one that is asked for; by identifier. */
export async function readImported(db: Queryable, did?: string): Promise<ImportedOversight[]> {
  const { rows } = await db.query<ImportedOversight>({
    name: 'oversight-imported',
    text: `select did, name, source, imported_at as "importedAt", policies, acts from imported_agencies
           where $1::text is null or did = $1 order by did`,
    values: [did ?? null],
  });
  return rows;
}

/** What everybody may see of it. */
export function importedView({ policies, acts, ...rest }: ImportedOversight): ImportedAgency {
  return { ...rest, policies: policies.length, acts: acts.length };
}
