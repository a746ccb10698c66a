import type { Evidence } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { type CryptoPort, Decimal, sumDecimals } from '@portolan/kernel';
import { committedThings, type Observations } from '@portolan/programs';
import type { Moment } from '../../exchange/moment.ts';
import type { Queryable } from '../store/bulk.ts';
import { certifiedRows, enteredRows, type Teller, thingDigest } from './keys.ts';
import { type CommitmentRow, commitmentsOn, type KnownCommitment } from './store.ts';

/** A filing as far as commitments go. */
export interface Committing {
  /** What the entry is known by for good. */
  readonly entry: string;
  readonly lines: readonly EntryLine[];
  readonly evidence: readonly Evidence[];
}

type Commitments = NonNullable<Observations['commitments']>;

/** What was known of the heats and certificates of one filing when it was judged. */
export interface ObservedCommitments {
  /** What others committed: one mass for each thing, absent where there is nothing. */
  readonly others?: Commitments;
  /** What the store held of each thing, by digest: as long as it is the same, the filing was judged by what is known. */
  readonly held: ReadonlyMap<string, string>;
}

/** Filings of one batch that count before those that are asked about. */
export interface Neighbours {
  /** What filings of earlier moments commit, which are stored together with these. */
  readonly earlier: readonly CommitmentRow[];
  /** Filings that were refused: they commit nothing. */
  readonly refused: ReadonlySet<Committing>;
}

/**
 * What others committed of the heats and certificates of each filing: one mass for each thing, so that not even how many
 * others there are can be seen. What a filing commits itself is left out; filings before it in the batch count as others.
 */
export async function observeCommitments(
  { pool, crypto }: { readonly pool: Queryable; readonly crypto: CryptoPort },
  agencyId: string,
  moment: Moment,
  filings: readonly Committing[],
  { earlier, refused }: Neighbours,
): Promise<ObservedCommitments[]> {
  const things = filings.map(({ evidence }) => committedThings(evidence));
  if (things.every((one) => one.length === 0)) return filings.map(() => ({ held: new Map() }));
  const digests = new Map(things.flat().map((thing) => [thing, thingDigest(crypto, thing)] as const));
  const stored = await commitmentsOn(pool, agencyId, [...digests.values()], moment);
  const known: KnownCommitment[] = [...stored];
  addUnknown(known, earlier);
  const teller = { tenantId: agencyId, did: '', at: moment.at };
  return filings.map((filing, index) => {
    const own = ownRows(crypto, filing, teller);
    const sources = new Set(own.map(({ source_digest }) => source_digest));
    const others = known.filter(({ source_digest }) => !sources.has(source_digest));
    if (!refused.has(filing)) addUnknown(known, own);
    const asked = things[index] ?? [];
    const seen = asked.flatMap((of) => summed(of, digests.get(of) ?? '', others));
    const held = heldOf(
      asked.map((of) => digests.get(of) ?? ''),
      stored,
    );
    if (seen.length === 0) return { held };
    return { held, others: seen.sort((a, b) => (a.of < b.of ? -1 : 1)) };
  });
}

/** What the store holds of some things, in words that are the same as long as nothing is added to it or taken back. */
export function heldOf(
  things: readonly string[],
  stored: readonly KnownCommitment[],
): ReadonlyMap<string, string> {
  return new Map(
    things.map((thing) => {
      const rows = stored.filter(({ of_digest }) => of_digest === thing);
      const mass = sumDecimals(rows.map(({ kilograms }) => Decimal.of(kilograms)));
      return [thing, `${rows.length} of ${mass}`];
    }),
  );
}

function addUnknown(known: KnownCommitment[], rows: readonly KnownCommitment[]): void {
  known.push(...rows.filter((row) => !known.some((one) => one.source_digest === row.source_digest)));
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
