import type { Moment } from '../../exchange/moment.ts';
import { Overtaken } from '../../exchange/received.ts';
import type { Queryable } from '../store/bulk.ts';
import { heldOf } from './observe.ts';
import { commitmentsOn } from './store.ts';

/** A filing that is about to be stored, with what it was judged by. */
export interface Judged {
  readonly agencyId: string;
  readonly moment: Moment;
  /** As `observeCommitments` answers it. */
  readonly held: ReadonlyMap<string, string>;
}

/**
 * Keeps everybody else from committing the same heats and certificates until the transaction ends, and has a batch judged again
 * that another transaction overtook. So of two filings at once the second is judged by what the first took. To be called before
 * anything else is stored: two transactions that share heats share documents too, and must not wait for each other in a ring.
 */
export async function holdCommitments(tx: Queryable, filings: readonly Judged[]): Promise<void> {
  const committing = filings.filter(({ held }) => held.size > 0);
  if (committing.length === 0) return;
  const locks = committing.flatMap(({ agencyId, held }) => [...held.keys()].map((thing) => agencyId + thing));
  await tx.query({
    name: 'commitments-hold',
    text: `select pg_advisory_xact_lock(lock) from (
             select distinct hashtextextended(thing, 0) as lock from unnest($1::text[]) as thing order by lock
           ) as ordered`,
    values: [locks],
  });
  for (const { agencyId, held, moment } of committing) {
    const things = [...held.keys()];
    const now = heldOf(things, await commitmentsOn(tx, agencyId, things, moment));
    if (things.some((thing) => held.get(thing) !== now.get(thing))) throw new Overtaken('commitment');
  }
}
