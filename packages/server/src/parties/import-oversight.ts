import { verifyDocument } from '@portolan/credentials';
import { digestJson, isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { checkPolicy, isPublicAct, OversightActSchema, type Policy } from '@portolan/parties';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { knownSenders } from '../credentials/trust/senders.ts';
import { type OperatorContext, operator } from '../platform/admin/context.ts';
import { audit } from '../platform/audit.ts';
import { nodeTenantId } from '../platform/node-tenant.ts';
import { partyServiceCatalogue } from './catalogue.ts';
import type { ImportedOversight } from './imported.ts';
import type { PublishedOversight } from './publish-oversight.ts';

const acts = Compile(Type.Array(OversightActSchema, { maxItems: 20_000 }));

/**
 * Takes over what an agency of another node published: its policies and public acts, so that standings can be asked here by its
 * rules. An operator's act. Refuses an agency that is not among the peers, a signature other than its own, and older word than
 * is held already.
 */
export async function importOversight(
  context: OperatorContext,
  document: JsonObject,
): Promise<Result<ImportedOversight>> {
  const { pool, clock } = context;
  const at = clock.now();
  const { agency } = document;
  const did = isRecord(agency) && typeof agency.did === 'string' ? agency.did : '';
  const { rows } = await pool.query<{ name: string; base_url: string; held: string | null }>(
    `select p.name, p.base_url, i.published_at as held from peers p left join imported_agencies i on i.did = p.did
     where p.did = $1 and p.kind = 'agency'`,
    [did],
  );
  const [peer] = rows;
  if (!peer)
    return refused(partyServiceCatalogue.refuse('NODE_OVERSIGHT_PEER', { path: '/agency', params: { did } }));
  const documents = await knownSenders(pool, [did], at);
  const verified = await verifyDocument(document, {
    crypto: nodeCrypto,
    signedAt: { instant: at, source: 'first-receipt' },
    resolveDid: (one) => documents.get(one),
    signer: did,
  });
  if (!verified.ok) return verified;
  const read = readOversight(document, did);
  if (!read.ok) return read;
  if (peer.held !== null && read.value.at < peer.held)
    return refused(
      partyServiceCatalogue.refuse('NODE_OVERSIGHT_OLDER', {
        path: '/at',
        params: { at: read.value.at, held: peer.held },
      }),
    );
  const imported = { did, name: peer.name, source: peer.base_url, importedAt: at, ...read.value };
  await pool.query(
    `insert into imported_agencies (did, name, source, imported_at, published_at, policies, acts)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (did) do update set name = excluded.name, source = excluded.source,
       imported_at = excluded.imported_at, published_at = excluded.published_at, policies = excluded.policies, acts = excluded.acts`,
    [
      ...[did, peer.name, peer.base_url, at, read.value.at],
      ...[JSON.stringify(read.value.policies), JSON.stringify(read.value.acts)],
    ],
  );
  await audit(pool, {
    ...{ tenantId: nodeTenantId, at, actor: operator, action: 'oversight.import', subject: did },
    detail: { digest: digestJson(nodeCrypto, document), policies: read.value.policies.length },
  });
  return ok(imported);
}

function readOversight(
  document: JsonObject,
  did: string,
): Result<Pick<PublishedOversight, 'at' | 'policies' | 'acts'>> {
  const { type, at, policies } = document;
  if (type !== 'portolan/oversight@1' || typeof at !== 'string' || !Array.isArray(policies))
    return refused(partyServiceCatalogue.refuse('NODE_OVERSIGHT_SHAPE', { path: '/type' }));
  if (!acts.Check(document.acts) || document.acts.some((act) => act.agency !== did || !isPublicAct(act)))
    return refused(partyServiceCatalogue.refuse('NODE_OVERSIGHT_SHAPE', { path: '/acts' }));
  const checked: Policy[] = [];
  for (const policy of policies) {
    const one = checkPolicy(policy);
    if (!one.ok) return one;
    if (one.value.publisher !== did)
      return refused(partyServiceCatalogue.refuse('NODE_OVERSIGHT_SHAPE', { path: '/policies' }));
    checked.push(one.value);
  }
  return ok({ at, policies: checked, acts: document.acts });
}
