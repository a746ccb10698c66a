import { ok, type Result, refused } from '@portolan/kernel';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { TransferEvent } from '../event/event.ts';
import type { Book } from './book.ts';
import { compare } from './effective.ts';
import { goneSince, holderAt, type Lot } from './lot.ts';

/** Enters a transfer of title or custody, or says why it contradicts what the log knew before. */
export function acceptTransfer(book: Book, event: TransferEvent): Result<unknown> {
  if (event.by !== event.from)
    return refused(
      traceabilityCatalogue.refuse('TRACE_TRANSFER_SIGNER', {
        path: '/by',
        params: { from: event.from, by: event.by },
      }),
    );
  const known = book.known(event.lot, event.at);
  if (!known.ok) return known;
  const gone = checkNotGone(known.value, event);
  if (!gone.ok) return gone;
  const fits = fitsBetween(known.value, event);
  if (fits.ok) insert(known.value.holders[event.kind].transfers, event);
  return fits;
}

/** Who gives must hold at that moment, and who gave later, as the log knew earlier, must still have had it to give. */
function fitsBetween(lot: Lot, event: TransferEvent): Result<unknown> {
  const { kind, from, to, at } = event;
  const holder = holderAt(lot, kind, at);
  if (holder !== from)
    return refused(
      traceabilityCatalogue.refuse('TRACE_NOT_YOURS_TO_GIVE', {
        path: '/from',
        params: { what: kind, lot: lot.id, holder: holder ?? 'nobody known', at, from },
      }),
    );
  const next = lot.holders[kind].transfers.find((other) => other.at > at);
  if (!next || next.from === to) return ok(undefined);
  return refused(
    traceabilityCatalogue.refuse('TRACE_BACKDATED', {
      path: '/at',
      params: { at, what: kind, from, event: next.id },
    }),
  );
}

/** Refuses the transfer of a lot of which nothing was left at that moment: its goods go on under other names. */
function checkNotGone(lot: Lot, event: TransferEvent): Result<unknown> {
  const gone = goneSince(lot);
  if (gone === undefined || event.at <= gone) return ok(undefined);
  return refused(
    traceabilityCatalogue.refuse('TRACE_LOT_GONE', {
      path: '/lot',
      params: { lot: lot.id, gone, at: event.at },
    }),
  );
}

function insert(transfers: TransferEvent[], event: TransferEvent): void {
  const index = transfers.findIndex(
    (other) => (compare(other.at, event.at) || compare(other.id, event.id)) > 0,
  );
  transfers.splice(index < 0 ? transfers.length : index, 0, event);
}
