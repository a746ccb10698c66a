import type { Evidence } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { type CryptoPort, Decimal, type Instant, sumDecimals } from '@portolan/kernel';
import { committedThings, type Observations } from '@portolan/programs';
import type { Queryable } from '../store/bulk.ts';
import { certifiedRows, enteredRows, type Teller, thingDigest } from './keys.ts';
import { commitmentsOn, type KnownCommitment } from './store.ts';

/** A filing as far as commitments go. */
export interface Committing {
  /** What the entry is known by for good. */
  readonly entry: string;
  readonly lines: readonly EntryLine[];
  readonly evidence: readonly Evidence[];
}

type Commitments = NonNullable<Observations['commitments']>;

/**
 * What others committed of the heats and certificates of each filing: one mass for each thing, so that not even how many
 * others there are can be seen. What a filing commits itself is left out; filings before it in the batch count as others.
 */
export async function observeCommitments(
  { pool, crypto }: { readonly pool: Queryable; readonly crypto: CryptoPort },
  agencyId: string,
  at: Instant,
  filings: readonly Committing[],
): Promise<(Commitments | undefined)[]> {
  const things = filings.map(({ evidence }) => committedThings(evidence));
  if (things.every((one) => one.length === 0)) return filings.map(() => undefined);
  const digests = new Map(things.flat().map((thing) => [thing, thingDigest(crypto, thing)] as const));
  const known = await commitmentsOn(pool, agencyId, [...digests.values()], at);
  const teller = { tenantId: agencyId, did: '', at };
  return filings.map((filing, index) => {
    const own = ownRows(crypto, filing, teller);
    const sources = new Set(own.map(({ source_digest }) => source_digest));
    const others = known.filter(({ source_digest }) => !sources.has(source_digest));
    known.push(...own.filter((row) => !known.some((one) => one.source_digest === row.source_digest)));
    const seen = (things[index] ?? []).flatMap((of) => summed(of, digests.get(of) ?? '', others));
    return seen.length > 0 ? seen.sort((a, b) => (a.of < b.of ? -1 : 1)) : undefined;
  });
}

/** All that a filing commits. */
export function ownRows(crypto: CryptoPort, { entry, evidence, lines }: Committing, teller: Teller) {
  return [...certifiedRows(crypto, evidence, teller), ...enteredRows(crypto, entry, lines, evidence, teller)];
}

function summed(of: string, digest: string, others: readonly KnownCommitment[]): Commitments {
  const masses = others.filter(({ of_digest }) => of_digest === digest);
  if (masses.length === 0) return [];
  const value = sumDecimals(masses.map(({ kilograms }) => Decimal.of(kilograms))).toString();
  return [{ of, mass: { value, unit: 'KGM' } }];
}
