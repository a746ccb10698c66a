import type { SoldTitle } from '@portolan/contract';
import { originalDigest } from '@portolan/credentials';
import { checkDocument, type DocumentType, hideableMembers, type TitleTransfer } from '@portolan/documents';
import { type Digest, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { issue } from '../credentials/issue/issue.ts';
import { keepHidden } from '../sending/hidden.ts';
import { sendDocuments } from '../sending/send.ts';
import type { TradeContext } from '../trade/context.ts';
import { findAgency } from '../trade/draft/agency.ts';
import type { Act } from '../trade/draft/steps.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import { lineNamed } from './lines.ts';

const TYPE = 'TitleTransfer' satisfies DocumentType;

type Sent = SoldTitle['sent'][number];

interface Recipient {
  readonly to: string;
  readonly name: string;
  readonly as: Sent['as'];
  /** What it is shown of the transfer. */
  readonly whole: boolean;
}

/**
 * Signs a transfer of title so that price and contract can be hidden, and sends it: in full to buyer and agency, to the operator of
 * the line without the deal. The log knows it from this moment on, whenever title passed. A recipient that cannot be reached is
 * told with its reason, and the others get theirs. Refuses a transfer of somebody else's.
 */
export async function sellTitle(
  context: TradeContext,
  act: Act,
  document: JsonObject,
): Promise<Result<SoldTitle>> {
  const checked = ownTransfer(act, document);
  if (!checked.ok) return checked;
  const { buyer, line } = checked.value;
  const agency = await findAgency(context.pool);
  if (!agency.ok) return agency;
  const hides = hideableMembers(TYPE, document).length > 0;
  const request = { type: TYPE, document, at: act.moment.at, actor: act.member.id };
  const issued = await issue(context, act.tenant, hides ? { ...request, hideable: 'usual' } : request);
  if (!issued.ok) return issued;
  const { credential, digest, pending_id } = issued.value;
  await receiptToCarry(context, pending_id);
  const bare = hides ? await keepHidden(context, act, credential) : digest;
  const named = await lineNamed(context.pool, act.tenant.id, line);
  const recipients: Recipient[] = [
    { to: buyer.did, name: buyer.name, as: 'buyer', whole: true },
    { to: agency.value.did, name: agency.value.name, as: 'agency', whole: true },
    ...(named?.operator_did ? [operatorOf(named.operator_did, named.operator_name)] : []),
  ];
  const sent: Sent[] = named?.operator_did ? [] : [operatorUnknown(line)];
  for (const recipient of recipients.filter(({ to }) => to !== act.tenant.did))
    sent.push(await send(context, act, recipient, recipient.whole ? digest : bare, document));
  return ok({ digest, original: originalDigest(credential, context.crypto), sent });
}

/** A transfer of title as it was written. Refuses one that does not read, one of somebody else's and one to its seller. */
export function ownTransfer(act: Act, document: JsonObject): Result<TitleTransfer> {
  const checked = checkDocument(TYPE, document);
  if (!checked.ok) return checked;
  const transfer = checked.value as TitleTransfer;
  const { buyer, seller } = transfer;
  if (seller.did !== act.tenant.did)
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_TITLE', { params: { seller: seller.name } }));
  if (buyer.did === seller.did)
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_BUYER', { path: '/buyer' }));
  return ok(transfer);
}

/** Time that a receipt is given to be sealed before the transfer goes without it. */
const SEALING_MS = 3000;

/** By its receipt every receiver knows the same moment at which it was signed; without one each would go by its own. */
async function receiptToCarry({ log, logger }: TradeContext, pendingId: string): Promise<void> {
  await log.settled([pendingId], SEALING_MS).catch((fault: unknown) => {
    logger.warn({ err: fault }, 'a transfer of title goes without the receipt of the log');
  });
}

function operatorUnknown(line: string): Sent {
  const refusal = pipelinesCatalogue.refuse('NODE_PIPELINE_OPERATOR', { params: { line } });
  return { to: '', name: line, as: 'operator', hidden: [], refusals: [refusal] };
}

function operatorOf(did: string, name: string | null): Recipient {
  return { to: did, name: name ?? did, as: 'operator', whole: false };
}

async function send(
  context: TradeContext,
  act: Act,
  { to, name, as, whole }: Recipient,
  digest: Digest,
  document: JsonObject,
): Promise<Sent> {
  const hidden = whole ? [] : hideableMembers(TYPE, document);
  const sending = await sendDocuments(context, act, { digests: [digest], to });
  const refusals: readonly Refusal[] = sending.ok ? [] : sending.refusals;
  return {
    to,
    name,
    as,
    hidden,
    ...(sending.ok ? { sending: sending.value.id } : {}),
    refusals: [...refusals],
  };
}
