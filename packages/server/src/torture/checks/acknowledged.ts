import assert from 'node:assert/strict';
import type { FilingAcknowledged } from '@portolan/contract';
import type { Pool } from 'pg';

interface Kept {
  readonly envelope: string;
  readonly entry_number: string;
  readonly outcome: string;
}

/** Every filing that the agency acknowledged stands there under its number, once, with one decision of the same outcome. */
export async function checkAcknowledged(
  pool: Pool,
  acknowledged: readonly FilingAcknowledged[],
): Promise<void> {
  const decided = acknowledged.filter(({ delivered }) => delivered);
  const { rows } = await pool.query<Kept>(
    `select f.envelope_digest as envelope, f.entry_number, d.outcome
     from filings f join cases c using (tenant_id, case_id) join decisions d using (tenant_id, case_id, version)
     where c.face = 'agency' and f.envelope_digest = any($1)`,
    [decided.map(({ envelope }) => envelope)],
  );
  const kept = new Map(rows.map((row) => [row.envelope, row]));
  assert.equal(rows.length, kept.size, 'no filing stands twice');
  for (const { envelope, entryNumber, outcome } of decided) {
    const row = kept.get(envelope);
    assert.ok(row, `the acknowledged filing ${entryNumber} is lost`);
    assert.equal(row.entry_number, entryNumber);
    if (outcome) assert.equal(row.outcome, outcome);
  }
  await checkUndelivered(
    pool,
    acknowledged.filter(({ delivered }) => !delivered),
  );
}

/** A filing that the agency has not answered yet waits in the filer's outbox, or has been answered since. */
async function checkUndelivered(pool: Pool, filings: readonly FilingAcknowledged[]): Promise<void> {
  const { rows } = await pool.query<{ digest: string }>(
    `select e.digest from envelopes e left join outbox o using (tenant_id, thread_id, digest)
     where e.direction = 'out' and e.digest = any($1) and (o.digest is not null or e.answer is not null)`,
    [filings.map(({ envelope }) => envelope)],
  );
  const kept = new Set(rows.map(({ digest }) => digest));
  for (const { envelope, entryNumber } of filings)
    assert.ok(kept.has(envelope), `the filing ${entryNumber} is on its way to nobody`);
}
