import type { Instant } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import { bulkInsert, type Queryable } from '../store/bulk.ts';

/** A mass committed of a heat or a certificate's item, as an agency knows it. */
export interface CommitmentRow {
  tenant_id: string;
  of_digest: string;
  source_digest: string;
  /** Digest of the document that made it. */
  made_by: string;
  /** Decimal text. */
  kilograms: string;
  told_by: string;
  known_at: Instant;
}

/** A certificate that another one replaced, with the heat that both are of. */
export type Replaced = Pick<CommitmentRow, 'tenant_id' | 'of_digest' | 'made_by'>;

const insert = bulkInsert<CommitmentRow>(
  'commitments',
  {
    tenant_id: 'uuid',
    of_digest: 'text',
    source_digest: 'text',
    made_by: 'text',
    kilograms: 'numeric',
    told_by: 'text',
    known_at: 'timestamptz',
  },
  { returning: 'of_digest, source_digest' },
);

/** Keeps commitments, each source once; answers those that were not known. */
export async function insertCommitments(
  tx: Queryable,
  rows: readonly CommitmentRow[],
): Promise<CommitmentRow[]> {
  const keyOf = ({ of_digest, source_digest }: Pick<CommitmentRow, 'of_digest' | 'source_digest'>) =>
    `${of_digest} ${source_digest}`;
  const fresh = new Set((await insert<CommitmentRow>(tx, rows)).map(keyOf));
  return rows.filter((row) => fresh.has(keyOf(row)));
}

/** Takes back what replaced certificates had committed of the same heat. */
export async function removeReplaced(tx: Queryable, replaced: readonly Replaced[]): Promise<void> {
  if (replaced.length === 0) return;
  await tx.query({
    name: 'commitments-replaced',
    text: `delete from commitments c using unnest($1::uuid[], $2::text[], $3::text[]) as gone (tenant_id, made_by, of_digest)
           where (c.tenant_id, c.made_by, c.of_digest) = (gone.tenant_id, gone.made_by, gone.of_digest)`,
    values: [
      replaced.map(({ tenant_id }) => tenant_id),
      replaced.map(({ made_by }) => made_by),
      replaced.map(({ of_digest }) => of_digest),
    ],
  });
}

export type KnownCommitment = Pick<CommitmentRow, 'of_digest' | 'source_digest' | 'kilograms'>;

/**
 * What an agency knew to be committed of some things: in a story at its instant, else all that is stored. Who was committed a
 * moment ago by another clock's reading counts too.
 */
export async function commitmentsOn(
  db: Queryable,
  tenantId: string,
  things: readonly string[],
  { at, story }: Moment,
): Promise<KnownCommitment[]> {
  if (things.length === 0) return [];
  const { rows } = await db.query<KnownCommitment>({
    name: 'commitments-on',
    text: `select of_digest, source_digest, kilograms::text as kilograms from commitments
           where tenant_id = $1 and of_digest = any($2) and ($3::timestamptz is null or known_at <= $3) order by of_digest, source_digest`,
    values: [tenantId, [...new Set(things)], story ? at : null],
  });
  return rows;
}

/** All that an agency knows itself to be committed: by filings and certificates that came to it. */
export async function firstHand(db: Queryable, tenantId: string, did: string): Promise<CommitmentRow[]> {
  const { rows } = await db.query<CommitmentRow>({
    name: 'commitments-first-hand',
    text: `select tenant_id, of_digest, source_digest, made_by, kilograms::text as kilograms, told_by, known_at
           from commitments where tenant_id = $1 and told_by = $2 order by of_digest, source_digest`,
    values: [tenantId, did],
  });
  return rows;
}

/** Every other agency that this node knows: its own, and those of peers. */
export async function otherAgencies(db: Queryable, did: string): Promise<string[]> {
  const { rows } = await db.query<{ did: string }>({
    name: 'commitments-agencies',
    text: `select did from tenants where kind = 'agency' and did <> $1
           union select did from peers where kind = 'agency' and did <> $1 order by did`,
    values: [did],
  });
  return rows.map((row) => row.did);
}
