import type { AuthorityView } from '@portolan/contract';
import type { Verdict } from '@portolan/credentials';
import { isRecord, type JsonObject } from '@portolan/kernel';
import { type PersonSignature, readAuthority, type SignedPower } from '@portolan/parties';
import { heldCredential } from '../../trade/evidence/held.ts';
import type { Queryable } from '../../trade/store/bulk.ts';
import type { EvidenceRow } from '../../trade/store/evidence.ts';

interface Row extends EvidenceRow {
  readonly state: 'revoked' | 'suspended' | null;
}

export interface AuthorityQuery {
  /** Only credentials of this type; all but signatures of persons when left out. */
  readonly type?: string;
  readonly limit: number;
  /** How many of the newest to leave out. */
  readonly offset?: number;
}

/** Credentials about authority that a tenant gave or was given, newest first, with what their issuers here took back since. */
export async function readAuthorityRows(
  db: Queryable,
  { id, did }: { readonly id: string; readonly did: string },
  { type, limit, offset = 0 }: AuthorityQuery,
): Promise<Row[]> {
  const { rows } = await db.query<Row>({
    name: 'authority-list',
    text: `select e.*, i.state from authority_links l
           join evidence e on e.tenant_id = l.tenant_id and e.digest = l.digest
           left join issued_credentials i on i.digest = l.digest and i.state <> 'valid'
           where l.tenant_id = $1 and (l.holder = $2 or l.giver = $2)
             and (l.type = $3 or $3::text is null and l.type <> 'FilingSignature')
           order by l.received_at desc, l.digest limit $4 offset $5`,
    values: [id, did, type ?? null, limit, offset],
  });
  return rows;
}

/** The same as the portal shows it. */
export function authorityView(row: Row): AuthorityView[] {
  const credential = heldCredential(row);
  const read = readAuthority(credential, JSON.parse(row.verdict ?? '{}') as Verdict);
  if (!read.ok) return [];
  const record = read.value;
  if ('signature' in record) return [signatureView(row, record.signature)];
  const { changes, faults, from, until } = 'power' in record ? record.power : record.person;
  const parties =
    'power' in record
      ? partiesOf(record.power)
      : { giver: record.person.organization, holder: record.person.person, limits: {} };
  const names = namesIn(credential);
  return [
    {
      ...{ digest: row.digest, type: row.type, ...parties },
      ...named('giverName', names.get(parties.giver)),
      ...named('holderName', names.get(parties.holder)),
      powers: 'power' in record ? [...record.power.powers] : [...record.person.powers],
      ...(until === undefined ? { from } : { from, until }),
      state: faults.length > 0 ? 'unsound' : (row.state ?? stateIn(changes)),
    },
  ];
}

/** A signature counts for the day on which it was made. */
function signatureView(
  row: Row,
  { organization, person, name, faults, signedAt, statement }: PersonSignature,
): AuthorityView {
  const day = signedAt.slice(0, 10);
  return {
    ...{ digest: row.digest, type: row.type, giver: organization, holder: person, holderName: name },
    ...{ powers: [], limits: {}, from: day, until: day, statement },
    state: faults.length > 0 ? 'unsound' : 'held',
  };
}

function partiesOf({ grantor, grantee, parent, limits }: SignedPower) {
  return {
    ...{ giver: grantor, holder: grantee, limits: { ...limits } },
    ...(parent === undefined ? {} : { parent }),
  };
}

function stateIn(changes: SignedPower['changes']): AuthorityView['state'] {
  if (changes.some(({ purpose }) => purpose === 'revocation')) return 'revoked';
  return changes.length > 0 ? 'suspended' : 'held';
}

function namesIn({ credentialSubject }: JsonObject): Map<string, string> {
  const parties = isRecord(credentialSubject) ? Object.values(credentialSubject) : [];
  return new Map(
    parties.flatMap((party) =>
      isRecord(party) && typeof party.did === 'string' && typeof party.name === 'string'
        ? [[party.did, party.name] as const]
        : [],
    ),
  );
}

function named<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}
