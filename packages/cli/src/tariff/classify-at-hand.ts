import { parseDate } from '@portolan/kernel';
import { editionOn, type Shelf } from '@portolan/server/tariff';
import {
  type Classification,
  classifyProduct,
  type Edition,
  newestInForce,
  type ProductFacts,
} from '@portolan/tariff';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { openShelf, type ShelfFlags } from './shelf.ts';

export interface ClassifyFlags extends ShelfFlags {
  readonly facts?: string;
  readonly material: readonly string[];
  readonly wearer?: string;
  readonly value?: string;
  readonly ruling: readonly string[];
  readonly date?: string;
  readonly edition?: string;
  readonly limit: string;
}

/** Classifies with the tariff data of this machine. */
export async function classifyAtHand(
  io: Io,
  facts: ProductFacts,
  flags: ClassifyFlags,
): Promise<Outcome<Classification>> {
  const limit = Number(flags.limit);
  if (!/^\d{1,2}$/.test(flags.limit) || limit < 1) {
    const params = { option: '--limit', value: flags.limit, expected: 'a number from 1 to 99' };
    return refuse('CLI_OPTION_INVALID', params, exitCodes.usage);
  }
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return shelf;
  const date = outcomeOf(parseDate(flags.date ?? io.now().slice(0, 10)), exitCodes.usage);
  if (!date.ok) return date;
  const edition = editionFor(io, shelf.value, flags.edition, date.value);
  if (!edition.ok) return edition;
  const moment = { date: date.value, knownAt: io.now() };
  return done(classifyProduct(facts, edition.value, shelf.value.reference, { moment, limit }));
}

function editionFor(
  io: Io,
  { reference }: Shelf,
  edition: string | undefined,
  date: Parameters<typeof newestInForce>[1]['date'],
): Outcome<Edition> {
  if (edition !== undefined) return outcomeOf(editionOn(reference, { edition }, io.now()));
  return outcomeOf(newestInForce(reference, { date, knownAt: io.now() }));
}
