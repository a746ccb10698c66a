import type { Instant } from '@portolan/kernel';
import { Type } from 'typebox';
import { InstantSchema } from '../schema.ts';

/**
 * When a document was signed, as somebody other than the signer can vouch: the earliest trusted log receipt, a witness's
 * cosignature, or else the moment this node first received it. The proof's own `created` is never it: whoever steals a key
 * can write any date there.
 */
export interface SigningTime {
  readonly instant: Instant;
  readonly source: 'log' | 'witness' | 'first-receipt';
}

export const SigningTimeSchema = Type.Object({
  instant: InstantSchema,
  source: Type.Union([Type.Literal('log'), Type.Literal('witness'), Type.Literal('first-receipt')]),
});
