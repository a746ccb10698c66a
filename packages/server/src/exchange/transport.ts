import { type Delivery, DeliverySchema } from '@portolan/contract';
import { isRecord, parseJson } from '@portolan/kernel';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Parcel, toWire } from './envelope.ts';

/** Carries envelopes to one place and brings the answers back, one for each, in order. Throws when it can't. */
export type Transport = (parcels: readonly Parcel[]) => Promise<readonly Delivery[]>;

const answerShape = Compile(Type.Array(DeliverySchema));
const timeoutMs = 30_000;
const maxAnswerBytes = 16 * 1024 * 1024;

/** Posts envelopes to the inbox of a configured peer. Redirects are not followed: the operator named the address. */
export function httpTransport(baseUrl: string): Transport {
  return async (parcels) => {
    const response = await fetch(new URL('/api/inbox', baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ envelopes: parcels.map(toWire) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the peer answered ${response.status}`);
    const parsed = parseJson(text, { maxBytes: maxAnswerBytes });
    const deliveries = parsed.ok && isRecord(parsed.value) ? parsed.value.deliveries : undefined;
    if (!answerShape.Check(deliveries) || deliveries.length !== parcels.length)
      throw new Error('the peer answered in another form');
    return deliveries;
  };
}
