import type { Delivery, FilingAcknowledged } from '@portolan/contract';
import { prepareFiling } from '../shipment/filing.ts';
import { answerOf, type Submission } from './submission.ts';

/** Filings of a broker on another node: signed envelopes to the agency's inbox, several a request. */
export async function envelopes(serials: readonly number[]): Promise<Submission> {
  const prepared = await Promise.all(serials.map(prepareFiling));
  const body = JSON.stringify({ envelopes: prepared.map(({ wire }) => wire) });
  const headers = { 'content-type': 'application/json' };
  return {
    name: `envelopes ${prepared.map(({ entryNumber }) => entryNumber).join(', ')}`,
    async send(url) {
      const init = { method: 'POST', headers, body };
      const { deliveries } = await answerOf<{ deliveries: Delivery[] }>(`${url}/api/inbox`, init);
      if (deliveries.length !== prepared.length) throw new Error('not every envelope was answered');
      return deliveries.map(acknowledgement);
    },
  };
}

function acknowledgement({ state, filing, refusals }: Delivery): FilingAcknowledged {
  if (state !== 'refused' && filing) return filing;
  throw new Error(`an envelope was refused: ${JSON.stringify(refusals)}`);
}
