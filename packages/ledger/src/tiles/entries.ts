import { concatBytes, ok, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';

const MAX_ENTRY = 65_535;

/** Entries as a bundle: each led by its length in two bytes, big-endian (C2SP tlog-tiles, Log entries). */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** The entries of a bundle. Refuses a bundle that is cut off. */
export function decodeEntries(bundle: Uint8Array): Result<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const start = at + 2;
    const end = start + (bundle[at] as number) * 256 + (bundle[at + 1] ?? 0);
    if (start > bundle.length || end > bundle.length)
      return refused(
        ledgerCatalogue.refuse('LEDGER_BUNDLE_MALFORMED', { params: { index: entries.length } }),
      );
    entries.push(bundle.subarray(start, end));
    at = end;
  }
  return ok(entries);
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length > MAX_ENTRY) throw new RangeError(`an entry of ${length} bytes does not fit a bundle`);
  return Uint8Array.of(length >> 8, length & 0xff);
}
