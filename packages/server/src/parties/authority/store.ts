import type { Instant } from '@portolan/kernel';
import type { AuthorityRecord, AuthorityType } from '@portolan/parties';
import { bulkInsert, type Queryable } from '../../trade/store/bulk.ts';
import { type EvidenceRow, insertEvidence } from '../../trade/store/evidence.ts';

/** Where a credential about authority is found: by who holds the power, or by the person. */
export interface AuthorityLink {
  tenant_id: string;
  /** Grantee of a power, the person, or whoever signed a filing. */
  holder: string;
  digest: string;
  type: AuthorityType;
  /** Grantor of a power, or the organization. */
  giver: string;
  parent: string | null;
  received_at: Instant;
}

export interface HeldAuthority {
  readonly type: AuthorityType;
  readonly record: AuthorityRecord;
  readonly evidence: EvidenceRow;
}

const insert = bulkInsert<AuthorityLink>('authority_links', {
  tenant_id: 'uuid',
  holder: 'text',
  digest: 'text',
  type: 'text',
  giver: 'text',
  parent: 'text',
  received_at: 'timestamptz',
});

/** Keeps credentials about authority among the evidence, and where they are found. What is held already stays. */
export async function insertAuthority(tx: Queryable, held: readonly HeldAuthority[]): Promise<void> {
  if (held.length === 0) return;
  await insertEvidence(
    tx,
    held.map(({ evidence }) => evidence),
  );
  const unique = new Map(
    held.map((one) => [`${one.evidence.tenant_id} ${one.evidence.digest}`, linkOf(one)]),
  );
  await insert(
    tx,
    [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []),
  );
}

function linkOf({ type, record, evidence }: HeldAuthority): AuthorityLink {
  const { tenant_id, digest, received_at } = evidence;
  const shared = { tenant_id, digest, type, received_at };
  if (!('power' in record)) {
    const { person, organization } = 'person' in record ? record.person : record.signature;
    return { ...shared, holder: person, giver: organization, parent: null };
  }
  const { grantor, grantee, parent = null } = record.power;
  return { ...shared, holder: grantee, giver: grantor, parent };
}

/** How often a power may have been passed on; further links are not looked for. */
const STEPS = 8;
const MOST = 500;

/**
 * What a tenant holds about the authority of some parties and persons: delegations to them, the powers those come from, one
 * generation a query, and who is officer or employee. One query where there is nothing.
 */
export async function authorityNear(
  db: Queryable,
  tenantId: string,
  holders: readonly string[],
): Promise<string[]> {
  if (holders.length === 0) return [];
  const { rows } = await db.query<Pick<AuthorityLink, 'digest' | 'parent'>>({
    name: 'authority-held',
    text: `select digest, parent from authority_links
           where tenant_id = $1 and holder = any($2) and type not in ('PowerOfAttorney', 'FilingSignature')
           order by digest limit ${MOST}`,
    values: [tenantId, [...new Set(holders)]],
  });
  const held = rows.map(({ digest }) => digest);
  return [...held, ...(await chainAbove(db, tenantId, [...parentsOf(rows, new Set(held))]))];
}

/** Signatures that are looked at of one person: a draft is signed again whenever it changed. */
const NEWEST = 20;

/** The newest signatures that a person made for a filer, newest first. */
export async function signaturesBy(
  db: Queryable,
  tenantId: string,
  person: string,
  filer: string,
): Promise<string[]> {
  const { rows } = await db.query<{ digest: string }>({
    name: 'authority-signatures',
    text: `select digest from authority_links
           where tenant_id = $1 and holder = $2 and giver = $3 and type = 'FilingSignature'
           order by received_at desc, digest limit ${NEWEST}`,
    values: [tenantId, person, filer],
  });
  return rows.map(({ digest }) => digest);
}

/** Powers and all that they were passed on from, as far as a tenant holds them, one generation a query. */
export async function chainAbove(
  db: Queryable,
  tenantId: string,
  powers: readonly string[],
): Promise<string[]> {
  const found = new Set<string>();
  let level = [...powers];
  for (let step = 0; step < STEPS && level.length > 0; step += 1) {
    for (const digest of level) found.add(digest);
    const above = await db.query<Pick<AuthorityLink, 'digest' | 'parent'>>({
      name: 'authority-above',
      text: 'select digest, parent from authority_links where tenant_id = $1 and digest = any($2)',
      values: [tenantId, level],
    });
    level = parentsOf(above.rows, found);
  }
  return [...found];
}

function parentsOf(
  rows: readonly Pick<AuthorityLink, 'digest' | 'parent'>[],
  found: ReadonlySet<string>,
): string[] {
  const parents = new Set(rows.flatMap(({ parent }) => parent ?? []));
  return [...parents].filter((digest) => !found.has(digest));
}
