import type { Queryable } from '../trade/store/bulk.ts';
import type { HeldAttestation } from './store.ts';

/** How far a change spreads: from a party to those it attests, and on to those they refer to. */
const STEPS = 3;

/**
 * Whose watched standing attestations that came in may change: their subjects, and those the subjects attest, step by step. One
 * query for each step; wider than needed rather than narrower, since an unchanged standing tells nobody anything.
 */
export async function touchedBy(db: Queryable, held: readonly HeldAttestation[]): Promise<string[]> {
  return spread(
    db,
    held.flatMap(({ record }) => [record.subject, record.issuer]),
  );
}

/** The same from parties whose own situation changed. */
export async function spread(db: Queryable, parties: readonly string[]): Promise<string[]> {
  const found = new Set(parties);
  let level = [...found];
  for (let step = 0; step < STEPS && level.length > 0; step += 1) {
    const { rows } = await db.query<{ subject: string }>({
      name: 'attestations-spread',
      text: 'select distinct subject from attestations where issuer = any($1) limit 10000',
      values: [level],
    });
    level = rows.map(({ subject }) => subject).filter((subject) => !found.has(subject));
    for (const subject of level) found.add(subject);
  }
  return [...found];
}
