import type { Digest, Instant } from '@portolan/kernel';
import { Type } from 'typebox';

/** A point in time in UTC with milliseconds, as this node writes it. */
export const InstantSchema = Type.Unsafe<Instant>(
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
    description: 'Instant, UTC',
  }),
);

export const DigestSchema = Type.Unsafe<Digest>(
  Type.String({ pattern: '^sha256:[0-9a-f]{64}$', description: 'SHA-256 of the canonical form' }),
);

/** A closed list of words. */
export const Words = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });
