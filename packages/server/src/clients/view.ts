import type { Client } from '@portolan/contract';
import { paymentTerm, paymentTypeCode } from '@portolan/filing';
import { dateInZone, type Instant } from '@portolan/kernel';
import { customsZone } from '../tariff/edition.ts';
import type { ClientStanding } from './standing.ts';
import type { ClientWithYear } from './store.ts';
import { sufficiencyOf } from './sufficiency.ts';

/** A client as its filer sees it, with how its bond stands to a year of duties, taxes and fees, and when it pays. */
export function clientView(row: ClientWithYear, standing: ClientStanding, now: Instant): Client {
  const bond = row.bond_type === '8' && row.bond_amount !== null ? BigInt(row.bond_amount) : undefined;
  const day = dateInZone(now, customsZone);
  const sufficiency = sufficiencyOf(bond, BigInt(row.owed_cents), day);
  const { payment, account, statement_day, importer_number: number } = row;
  const plan = { kind: payment, ...(statement_day === null ? {} : { statementDay: statement_day }) };
  const term = paymentTerm(plan, day);
  const paymentType = paymentTypeCode({ kind: payment, account }, day);
  return {
    number,
    name: row.name,
    ...(row.did === null ? {} : { did: row.did }),
    bondType: row.bond_type,
    ...(row.surety === null ? {} : { surety: row.surety }),
    ...(row.bond_amount === null ? {} : { bondAmount: String(row.bond_amount) }),
    ...{ payment, account },
    ...(statement_day === null ? {} : { statementDay: statement_day }),
    ...(paymentType === undefined ? {} : { paymentType }),
    ...(term ? { nextPayment: nextPayment(term) } : {}),
    note: row.note,
    entries: row.entries,
    ...(sufficiency ? { sufficiency } : {}),
    powers: standing.powers.filter(({ subject }) => subject === row.did).map(powerView),
    tolerances: standing.tolerances
      .filter(({ importer_number }) => importer_number === number)
      .map(({ tolerances }) => tolerances),
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

function nextPayment({ month, printsOn, due, source }: NonNullable<ReturnType<typeof paymentTerm>>) {
  return { ...(month ? { month } : {}), ...(printsOn ? { printsOn } : {}), due, source };
}

function powerView({ digest, valid_from, valid_until }: ClientStanding['powers'][number]) {
  return { digest, from: valid_from, ...(valid_until === null ? {} : { until: valid_until }) };
}
