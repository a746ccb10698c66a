import { randomUUID } from 'node:crypto';
import {
  digestJson,
  type Instant,
  type JsonObject,
  type JsonValue,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import {
  checkAct,
  foldRegister,
  isPublicAct,
  type OversightAct,
  type TrustRegister,
} from '@portolan/parties';
import { audit } from '../platform/audit.ts';
import { withTransaction } from '../platform/transaction.ts';
import { type Agency, actsOf, agenciesHere } from './acts.ts';
import { partyServiceCatalogue } from './catalogue.ts';
import type { PartyContext } from './context.ts';

/** Acts that are recorded here; accreditations and suspensions are recorded by the trust register. */
export const recordedActs = ['override', 'lift-override', 'appeal', 'decide-appeal'] as const;

export interface ActRequest {
  readonly act: (typeof recordedActs)[number];
  /** Agency to which it belongs; the own one for an agency. */
  readonly agency?: string;
  readonly members: JsonObject;
  readonly by: string;
  readonly actor: string;
  readonly tenantId: string;
  readonly at: Instant;
}

/** Records an act of oversight: checked against all acts before it, audited, and in the log. One act of an agency at a time. */
export async function recordAct(
  context: Pick<PartyContext, 'pool' | 'log' | 'crypto'>,
  { act, agency: wanted, members, by, actor, tenantId, at }: ActRequest,
): Promise<Result<OversightAct>> {
  const agencies = await agenciesHere(context.pool, tenantId);
  const agency = wanted === undefined ? agencies[0] : agencies.find(({ did }) => did === wanted);
  if (!agency) return refused(partyServiceCatalogue.refuse('NODE_STANDING_NO_AGENCY', { path: '/agency' }));
  return withTransaction(context.pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [agency.id]);
    const register = foldRegister(await actsOf(tx, agency), at, context.crypto);
    const said = { ...members, ...publicly(register, members) };
    const checked = checkAct(register, { ...said, act, id: randomUUID(), at, agency: agency.did, by });
    if (!checked.ok) return checked;
    const record = checked.value;
    const digest = digestJson(context.crypto, record as unknown as JsonValue);
    const [pendingId] = await context.log.append(tx, [{ kind: 'register', digest, at }]);
    const subject = 'subject' in record ? record.subject : null;
    await tx.query(
      'insert into oversight_acts (tenant_id, id, at, act, subject, record, pending_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [agency.id, record.id, at, act, subject, JSON.stringify(record), pendingId],
    );
    await audit(tx, {
      tenantId: agency.id,
      at,
      actor,
      action: `oversight.${act}`,
      subject: record.id,
      detail: { by, digest },
    });
    return ok(record);
  });
}

/** A published override is lifted in public, too: whoever read the one reads the other. */
function publicly({ acts }: TrustRegister, { override }: JsonObject): { isPublic?: true } {
  const lifted = typeof override === 'string' ? acts.get(override) : undefined;
  return lifted && isPublicAct(lifted) ? { isPublic: true } : {};
}

/** What everybody may see: who is accredited and suspended, and why; overrides and decisions that the agency publishes. */
export async function publicActs(
  { pool }: Pick<PartyContext, 'pool'>,
  agencies: readonly Agency[],
): Promise<OversightAct[]> {
  const all = await Promise.all(agencies.map((agency) => actsOf(pool, agency)));
  return all.flat().filter(isPublicAct);
}
