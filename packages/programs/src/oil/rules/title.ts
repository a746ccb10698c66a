import { type Signed, signedOf } from '../../signed.ts';
import type { OilCase } from '../case.ts';

type Transfer = Signed<'TitleTransfer'>;

/**
 * A transfer of a batch to somebody whose seller's own title is in no paper at hand. What builds on something that is not at hand is not
 * wrong: the earlier sales are for their parties and the agency.
 */
export function transferNotShown({ signed }: OilCase, batch: string, buyer: string): Transfer | undefined {
  const transfers = signedOf(signed, 'TitleTransfer').filter(({ document }) => document.batch === batch);
  const shippers = signedOf(signed, 'MeasurementTicket').flatMap(({ document }) =>
    document.kind === 'injection' && document.batch === batch ? (document.shipper?.did ?? []) : [],
  );
  const known = new Set([...shippers, ...transfers.map(({ document }) => document.buyer.did)]);
  return transfers.find(
    ({ document, issuer }) =>
      document.buyer.did === buyer && document.seller.did === issuer && !known.has(issuer),
  );
}
