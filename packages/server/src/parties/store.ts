import type { Verdict } from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import { type Attestation, nameKeys, uniqueSchemes } from '@portolan/parties';
import { queueNumbers } from '../traceability/named-by-gln.ts';
import { credentialBytes } from '../trade/evidence/taken.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { type EvidenceRow, insertEvidence } from '../trade/store/evidence.ts';

/** An attestation as a tenant was given it. */
export interface HeldAttestation {
  readonly tenantId: string;
  readonly receivedAt: Instant;
  readonly receivedFrom: string;
  readonly record: Attestation;
  readonly credential: JsonObject;
  readonly verdict: Verdict;
}

/**
 * Keeps attestations; one that is held already stays as it was first received, but for its signing time, which the receipt of a
 * trusted log may show to be earlier. Answers those that are new or earlier than was known.
 */
export async function insertAttestations(
  tx: Queryable,
  held: readonly HeldAttestation[],
): Promise<readonly HeldAttestation[]> {
  if (held.length === 0) return [];
  const unique = new Map(
    held.map((one) => [`${one.tenantId} ${one.record.subject} ${one.record.digest}`, one]),
  );
  // One order for everybody: two batches with the same attestations must not wait for each other in a ring.
  const ordered = [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
  const { rows } = await tx.query<{ key: string }>({
    name: 'attestations-insert',
    text: `insert into attestations (tenant_id, subject, digest, issuer, type, kind, name, name_keys, identifiers,
             signed_at, received_at, received_from, record, credential)
           select tenant_id, subject, digest, issuer, type, kind, name,
             array(select json_array_elements_text(name_keys)), array(select json_array_elements_text(identifiers)),
             signed_at, received_at, received_from, record, credential
           from json_to_recordset($1) as given (tenant_id uuid, subject text, digest text, issuer text, type text,
             kind text, name text, name_keys json, identifiers json, signed_at timestamptz, received_at timestamptz,
             received_from text, record json, credential json)
           on conflict (tenant_id, subject, digest) do update set signed_at = excluded.signed_at,
             record = jsonb_set(attestations.record::jsonb, '{signedAt}', excluded.record::jsonb -> 'signedAt')::json
             where excluded.signed_at < attestations.signed_at
           returning attestations.tenant_id || ' ' || attestations.subject || ' ' || attestations.digest as key`,
    values: [JSON.stringify(ordered.map(rowOf))],
  });
  const fresh = rows.flatMap(({ key }) => unique.get(key) ?? []);
  await insertEvidence(tx, fresh.map(evidenceOf));
  await queueNumbers(tx, { digests: fresh.filter(namesPlaces).map(({ record }) => record.digest) });
  return fresh;
}

/** The credential among the tenant's evidence, from where it is sent on by digest. */
function evidenceOf({
  tenantId,
  record,
  verdict,
  credential,
  receivedAt,
  receivedFrom,
}: HeldAttestation): EvidenceRow {
  return {
    tenant_id: tenantId,
    digest: record.digest,
    ...{ class: 'signed', type: record.type, format: 'credential', file_name: null, media_type: null },
    content: credentialBytes(credential),
    issuer: record.issuer,
    verdict: JSON.stringify(verdict),
    signed_at: verdict.signedAt.instant,
    signed_source: verdict.signedAt.source,
    received_at: receivedAt,
    received_from: receivedFrom,
  };
}

function rowOf({ tenantId, receivedAt, receivedFrom, record, credential }: HeldAttestation) {
  return {
    tenant_id: tenantId,
    ...{ subject: record.subject, digest: record.digest, issuer: record.issuer, type: record.type },
    kind: record.kind ?? null,
    name: record.party.name,
    name_keys: nameKeys(record.party.name),
    identifiers: identifierKeys(record),
    signed_at: record.signedAt,
    received_at: receivedAt,
    received_from: receivedFrom,
    record,
    credential,
  };
}

/** Whether captured events may name its subject by a location number. */
function namesPlaces({ record }: HeldAttestation): boolean {
  return identifierKeys(record).some((key) => key.startsWith('gln '));
}

/** Identifiers under which an attestation is found. */
function identifierKeys({ party }: Attestation): string[] {
  return party.identifiers
    .filter(({ scheme }) => uniqueSchemes.has(scheme))
    .map(({ scheme, value }) => `${scheme} ${value}`);
}
