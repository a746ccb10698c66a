import type { Title } from '@portolan/contract';
import {
  type Digest,
  digestJson,
  isRecord,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { audit } from '../platform/audit.ts';
import { withTransaction } from '../platform/transaction.ts';
import { collect } from '../sending/collect.ts';
import { knownRecipient } from '../sending/recipients.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { heldCredential } from '../trade/evidence/held.ts';
import { insertEvidence } from '../trade/store/evidence.ts';
import { titleCatalogue } from './catalogue.ts';
import { short } from './rule.ts';
import { addSteps, insertTitle, type TitleRow } from './store.ts';
import { tellState } from './tell.ts';
import { titleView } from './view.ts';

const BILLS: readonly string[] = ['MasterBillOfLading', 'HouseBillOfLading', 'BillOfLading'];

/**
 * Registers a bill of lading to order as a title, with its first holder. Its signer is the home: it alone advances the title
 * from now on. Refuses documents that are no such bill of the own organization, and a second registration.
 */
export async function registerTitle(
  context: TradeContext,
  act: Act,
  { digest, holder }: { readonly digest: Digest; readonly holder: string },
): Promise<Result<Title>> {
  const { tenant, member, moment } = act;
  if (holder !== tenant.did) {
    const known = await knownRecipient(context.pool, tenant, holder);
    if (!known.ok) return known;
  }
  const sendable = await collect(context, act, [digest]);
  if (!sendable.ok) return sendable;
  const [bill] = sendable.value;
  const subject =
    bill && bill.row.class === 'signed' ? negotiable(heldCredential(bill.row), tenant.did) : undefined;
  if (!bill || !subject)
    return refused(
      titleCatalogue.refuse('NODE_TITLE_NOT_NEGOTIABLE', {
        path: '/digest',
        params: { title: short(digest) },
      }),
    );
  const row: TitleRow = {
    ...{
      tenant_id: tenant.id,
      title_digest: digest,
      home_did: tenant.did,
      is_home: true,
      holder_did: holder,
    },
    ...{ seq: 1, state: 'live', updated_at: moment.at },
    number: String(subject.number ?? ''),
    goods: goodsOf(subject),
  };
  const registered = await withTransaction(context.pool, async (tx) => {
    if (!(await insertTitle(tx, row))) return false;
    await insertEvidence(tx, [bill.row]);
    await addSteps(tx, [
      {
        ...{ tenant_id: tenant.id, title_digest: digest, seq: 1, kind: 'issue', from_did: tenant.did },
        ...{ to_did: holder, at: moment.at, order_digest: null },
      },
    ]);
    const said = digestJson(context.crypto, { title: digest, seq: 1, to: holder, at: moment.at });
    await context.log.append(tx, [{ kind: 'document', digest: said, at: moment.at }]);
    await tellState(context, tx, tenant, row, [holder], moment);
    const trail = { tenantId: tenant.id, at: context.clock.now(), actor: member.id };
    await audit(tx, { ...trail, action: 'title.register', subject: digest, detail: { holder } });
    return true;
  });
  if (!registered)
    return refused(titleCatalogue.refuse('NODE_TITLE_REGISTERED', { params: { title: short(digest) } }));
  context.exchange.nudge();
  return ok(await titleView(context, tenant, row));
}

/** What a credential says, where it is a bill of lading to order that this organization signed. */
function negotiable(credential: JsonObject, own: string): JsonObject | undefined {
  const { issuer, type, credentialSubject: subject } = credential;
  const types = Array.isArray(type) ? type : [type];
  if (issuer !== own || !types.some((one) => BILLS.includes(String(one))) || !isRecord(subject))
    return undefined;
  return subject.toOrder === true ? (subject as JsonObject) : undefined;
}

function goodsOf({ lines, packages }: JsonObject): string {
  const described = (Array.isArray(lines) ? lines : []).flatMap((line) =>
    isRecord(line) && typeof line.description === 'string' ? [line.description] : [],
  );
  if (described.length > 0) return described.join('; ').slice(0, 500);
  return isRecord(packages) ? `${packages.count} ${packages.kind}` : '';
}
