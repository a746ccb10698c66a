import type { SigningTime } from '@portolan/credentials';
import type { Digest, Instant } from '@portolan/kernel';
import type { Moment } from '../../exchange/moment.ts';
import { earliestAbroad, type VouchedAbroad } from '../../log/foreign/earliest.ts';
import type { TradeContext } from '../context.ts';
import { firstReceipts } from '../store/evidence.ts';

/**
 * When each credential was signed, as far as somebody other than its signer can vouch: the earliest leaf in this node's log or,
 * by its receipt, in another log that is trusted here, or the earliest cosignature of a trusted witness; else the first receipt
 * here, else this very moment. The signer's own date is never believed. `originals` says by which digest a log knows a credential
 * that is shown in part.
 */
export async function signingTimes(
  context: Pick<TradeContext, 'pool' | 'log'>,
  tenantId: string,
  digests: readonly Digest[],
  { at }: Moment,
  originals: ReadonlyMap<Digest, Digest> = new Map(),
): Promise<Map<Digest, SigningTime>> {
  const known = (digest: Digest) => originals.get(digest) ?? digest;
  const inLogs = [...new Set(digests.map(known))];
  const [logged, abroad, received] = await Promise.all([
    context.log.earliest(inLogs),
    earliestAbroad(context.pool, tenantId, inLogs),
    firstReceipts(context.pool, tenantId, digests),
  ]);
  return new Map(
    digests.map((digest) => {
      const vouched = earlier(logged.get(known(digest)), abroad.get(known(digest)));
      const here = received.get(digest) ?? at;
      // A story happens before its leaf was written: of two vouchers the earlier one is right.
      const counts = vouched !== undefined && vouched.instant <= here && vouched.instant <= at;
      return [digest, counts ? vouched : { instant: here < at ? here : at, source: 'first-receipt' }];
    }),
  );
}

function earlier(logged: Instant | undefined, abroad: VouchedAbroad | undefined): SigningTime | undefined {
  if (abroad && (logged === undefined || abroad.at < logged))
    return { instant: abroad.at, source: abroad.source };
  return logged === undefined ? undefined : { instant: logged, source: 'log' };
}
