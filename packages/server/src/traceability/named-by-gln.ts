import { randomUUID } from 'node:crypto';
import type { Queryable } from '../trade/store/bulk.ts';

/** How the line of what waits for the ledger names a number; no captured event is called so, as their names have no space. */
const numbered = /^(gln \d{13}) /;

/** What changed about who stands behind location numbers: a signer, or credentials about organizations. */
type Change = { readonly issuer: string } | { readonly digests: readonly string[] };

/**
 * Puts location numbers in line whose meaning may have changed: a credential that names one came, was taken back or reinstated, or
 * its signer was entered into a trust register or suspended. Captured events that name parties by them are then read anew, so that
 * it changes nothing whether the event came first or the credential.
 */
export async function queueNumbers(db: Queryable, change: Change): Promise<void> {
  const [column, values] = 'issuer' in change ? ['issuer', [change.issuer]] : ['digest', change.digests];
  if (values.length === 0) return;
  await db.query({
    name: `trace-queue-numbers-by-${column}`,
    text: `insert into trace_queue (tenant_id, kind, ref)
           select distinct a.tenant_id, 'epcis', one.key || ' ' || $2 from attestations a, unnest(a.identifiers) as one (key)
           where a.${column} = any($1) and one.key like 'gln %'`,
    values: [values, randomUUID()],
  });
}

/** Parts what is next in line into captured events and numbers. */
export function numbersAmong(refs: readonly string[]): { events: string[]; numbers: string[] } {
  const numbers = new Set(refs.flatMap((ref) => numbered.exec(ref)?.[1]?.slice('gln '.length) ?? []));
  return { events: refs.filter((ref) => !numbered.test(ref)), numbers: [...numbers] };
}

/** Captured events of a tenant whose sources or destinations are named by one of these location numbers. */
export async function eventsNaming(
  db: Queryable,
  tenantId: string,
  numbers: readonly string[],
): Promise<string[]> {
  if (numbers.length === 0) return [];
  const { rows } = await db.query<{ event_id: string }>({
    name: 'trace-events-naming',
    text: `select event_id from epcis_events where tenant_id = $1 and cardinality(refs) > 0
             and exists (select from unnest(refs) as ref where ref similar to '(source|destination) %' and ref ~ $2)
           order by event_id`,
    values: [tenantId, numbers.map(named).join('|')],
  });
  return rows.map(({ event_id }) => event_id);
}

/** Every way in which `glnOf` finds a number: EPCs put a point after the company prefix, of 6 to 12 digits, and leave the check digit out. */
function named(gln: string): string {
  const epcs = [6, 7, 8, 9, 10, 11, 12].map((end) => `${gln.slice(0, end)}[.]${gln.slice(end, 12)}`);
  return `(:pgln:(${epcs.join('|')})$|:sgln:(${epcs.join('|')})[.]0$|/41[47]/${gln}$)`;
}
