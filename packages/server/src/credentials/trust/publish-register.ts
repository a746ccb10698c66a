import { signDocument } from '@portolan/credentials';
import { addSeconds, digestJson, type Instant, type JsonObject, type JsonValue } from '@portolan/kernel';
import type { CredentialContext } from '../context.ts';
import { publishedRegister } from './published-register.ts';
import { readRegister } from './register.ts';

type PublishingContext = Pick<CredentialContext, 'pool' | 'keys' | 'crypto' | 'clock'>;

/** How long one signature serves while nothing changes. */
const KEPT_SECONDS = 10 * 60;
const MOST_KEPT = 100;

interface Kept {
  readonly until: Instant;
  readonly signed: Promise<JsonObject>;
}
const keptBy = new WeakMap<object, Map<string, Kept>>();

/** The trust register of an agency with a seat here, signed by it as of now; undefined where there is no such agency. */
export async function signedRegister(
  context: PublishingContext,
  did: string,
): Promise<JsonObject | undefined> {
  const { pool, crypto, clock } = context;
  const { rows } = await pool.query<{ id: string; did: string; name: string }>({
    name: 'register-agency',
    text: "select id::text, did, name from tenants where did = $1 and kind = 'agency'",
    values: [did],
  });
  const [agency] = rows;
  if (!agency) return undefined;
  const register = await readRegister(pool, agency.id);
  const now = clock.now();
  const key = `${did} ${digestJson(crypto, register as unknown as JsonValue)}`;
  const kept = keptBy.get(pool) ?? new Map<string, Kept>();
  keptBy.set(pool, kept);
  const known = kept.get(key);
  if (known && now < known.until) return known.signed;
  if (kept.size >= MOST_KEPT) kept.clear();
  const signed = context.keys
    .signer(agency.id)
    .then((signer) =>
      signDocument(publishedRegister(agency, register, now), signer, crypto, { created: now }),
    )
    .then((document) => document as unknown as JsonObject);
  kept.set(key, { until: addSeconds(now, KEPT_SECONDS), signed });
  signed.catch(() => kept.delete(key));
  return signed;
}
