import type { Instant } from '@portolan/kernel';
import type { Attestation, StatusChange } from '@portolan/parties';
import type { Queryable } from '../trade/store/bulk.ts';
import { type Asked, LoadedSource } from './loaded-source.ts';

/** Rounds in which a question may ask for more; each goes one step further from its subject. */
const ROUNDS = 16;

/**
 * Answers a pure question from the store: it is asked, what it did not find is read in one query, and it is asked again, until
 * it finds everything. Reads only what stands near the subject, one generation per query, however large the store is.
 */
export async function answerFrom<T>(
  db: Queryable,
  tenantId: string,
  question: (source: LoadedSource) => T,
): Promise<T> {
  const source = new LoadedSource();
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = question(source);
    const missing = source.missing();
    if (!missing) return answer;
    source.load(missing, await readAttestations(db, tenantId, missing));
  }
  throw new Error(`a standing asked further than ${ROUNDS} steps`);
}

interface Row {
  readonly record: Attestation;
  readonly state: 'revoked' | 'suspended' | null;
  readonly state_at: string | null;
  /** When its issuer signed it, where that is a seat of this node. */
  readonly issued_at: Instant | null;
}

/** What a tenant holds for a list of questions, in one query; with what the issuers here took back since. */
async function readAttestations(db: Queryable, tenantId: string, asked: Asked): Promise<Attestation[]> {
  const { rows } = await db.query<Row>({
    name: 'attestations-near',
    text: `with near as (
             select subject, digest from attestations where tenant_id = $1 and subject = any($2)
             union select subject, digest from attestations where tenant_id = $1 and issuer = any($3) and kind = 'trading-partner'
             union select subject, digest from attestations where tenant_id = $1 and identifiers && $4
             union select subject, digest from attestations where tenant_id = $1 and name_keys && $5)
           select a.record, nullif(i.state, 'valid') as state, i.state_at, i.issued_at
           from near join attestations a using (subject, digest)
           left join issued_credentials i on i.digest = a.digest
           where a.tenant_id = $1`,
    values: [tenantId, asked.about, asked.referencesBy, asked.holding, asked.named],
  });
  return rows.map((row) => withState(row, withTime(row)));
}

/** What was signed here was signed when its leaf for the log was written: every reader of the receipt sees that time. */
function withTime({ record, issued_at }: Row): Attestation {
  return issued_at && issued_at < record.signedAt ? { ...record, signedAt: issued_at } : record;
}

function withState({ state, state_at }: Row, record: Attestation): Attestation {
  if (!state || !state_at) return record;
  const purpose = state === 'revoked' ? ('revocation' as const) : ('suspension' as const);
  const change = { purpose, from: state_at as StatusChange['from'] };
  const others = record.changes.filter((one) => one.purpose !== purpose);
  return { ...record, changes: [...others, change] };
}
