import type { Client } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import type { ClientWithYear } from './store.ts';
import { sufficiencyOf } from './sufficiency.ts';

/** A client as its filer sees it, with how its bond stands to a year of duties, taxes and fees. */
export function clientView(row: ClientWithYear, now: Instant): Client {
  const bond = row.bond_type === '8' && row.bond_amount !== null ? BigInt(row.bond_amount) : undefined;
  const sufficiency = sufficiencyOf(bond, BigInt(row.owed_cents), now.slice(0, 10));
  return {
    number: row.importer_number,
    name: row.name,
    ...(row.did === null ? {} : { did: row.did }),
    bondType: row.bond_type,
    ...(row.surety === null ? {} : { surety: row.surety }),
    ...(row.bond_amount === null ? {} : { bondAmount: String(row.bond_amount) }),
    payment: row.payment,
    note: row.note,
    entries: row.entries,
    ...(sufficiency ? { sufficiency } : {}),
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
