import type { EvidenceOf } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import type { TradeContext } from '../context.ts';
import { heldCredential, heldEvidence } from '../evidence/held.ts';
import { verifyBatch } from '../evidence/verify.ts';
import { evidenceOfCase } from '../store/case-evidence.ts';
import type { CaseRow } from '../store/cases.ts';
import { type EvidenceRow, readEvidence } from '../store/evidence.ts';
import { powersGiven } from '../store/standing.ts';
import { requestCatalogue } from './catalogue.ts';
import type { RequestRow } from './store.ts';

type PowerItem = EvidenceOf<'PowerOfAttorney'>;

export interface Answerer {
  readonly request: Pick<RequestRow, 'routed_to'>;
  readonly caseRow: Pick<CaseRow, 'tenant_id' | 'case_id' | 'importer_did'>;
  /** DID of the party that answers. */
  readonly from: string;
  readonly moment: Moment;
}

/**
 * Why a filer may not answer for its importer: no power of attorney of the case, or on record since, grants it
 * "answer-requests" on this day (19 CFR 141.31 to 141.46). Undefined for a party that answers for itself. The same for the
 * filer before it sends and for the agency when it receives.
 */
export async function faultOfPower(context: TradeContext, answerer: Answerer): Promise<Refusal | undefined> {
  const { request, from, caseRow, moment } = answerer;
  const role = request.routed_to.find(({ did }) => did === from)?.role;
  if (role !== 'filer' || caseRow.importer_did === from) return undefined;
  const rows = await powersHeld(context, answerer);
  const day = moment.at.slice(0, 10);
  const granting = rows.filter((row) => grants(heldEvidence(row) as PowerItem, answerer, day));
  if (await anyHolds(context, caseRow.tenant_id, granting, moment)) return undefined;
  return requestCatalogue.refuse('NODE_ANSWER_POWER', { params: { day } });
}

async function powersHeld(
  { pool }: Pick<TradeContext, 'pool'>,
  { caseRow: { tenant_id, case_id, importer_did }, from, moment }: Answerer,
): Promise<EvidenceRow[]> {
  const day = moment.at.slice(0, 10);
  const given = { grantor: importer_did ?? '', grantee: from };
  const [inCase, digests] = await Promise.all([
    evidenceOfCase(pool, tenant_id, case_id),
    powersGiven(pool, tenant_id, given, day),
  ]);
  const recorded = await readEvidence(pool, tenant_id, digests);
  const powers = inCase.filter(({ type }) => type === 'PowerOfAttorney');
  return [...new Map([...powers, ...recorded.values()].map((row) => [row.digest, row])).values()];
}

function grants({ document, issuer }: PowerItem, { from, caseRow }: Answerer, day: string): boolean {
  const { grantor, grantee, powers, until } = document;
  return (
    powers.includes('answer-requests') &&
    grantee.did === from &&
    grantor.did !== undefined &&
    grantor.did === issuer &&
    (caseRow.importer_did === null || caseRow.importer_did === grantor.did) &&
    document.from <= day &&
    (until === undefined || day <= until)
  );
}

/** Looks at the powers as they stand now: one that was withdrawn since the filing lets nobody answer. */
async function anyHolds(
  context: TradeContext,
  tenantId: string,
  rows: readonly EvidenceRow[],
  moment: Moment,
): Promise<boolean> {
  const signed = rows.filter((row) => row.class === 'signed');
  const credentials = new Map(signed.map((row) => [row.digest, heldCredential(row)] as const));
  const { verdicts } = await verifyBatch(context, tenantId, credentials, moment);
  // A status list that is out of date leaves the verdict open, not failed; the filing itself stood on it.
  return [...verdicts.values()].some(({ fragments }) =>
    fragments.every(({ outcome }) => outcome !== 'failed'),
  );
}
