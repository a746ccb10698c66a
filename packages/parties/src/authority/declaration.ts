import { Decimal, type Digest, digestJson, type JsonObject, sumDecimals } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';

/** The parts of an entry that are named to whoever signs it. */
export interface Declared {
  readonly entryType: string;
  readonly importerOfRecord: { readonly name: string };
  readonly portOfEntry: string;
  readonly billOfLading: readonly string[];
  /** Entered values in whole United States dollars. */
  readonly lines: readonly { readonly enteredValue: string }[];
}

/**
 * What a person signs of an entry: all that is declared, without the number and the day of entry, which filing gives it. The same
 * entry gives the same digest in a browser, at the command line and in the rules; they are synchronous, as this SHA-256 is.
 */
export function declaredDigest(entry: Declared): Digest {
  const { entryNumber: _number, entryDate: _day, ...declared } = entry as unknown as JsonObject;
  return digestJson(webCrypto, declared);
}

/** The same in words, for whoever is asked to sign. */
export function declaredStatement(entry: Declared): string {
  const { entryType, importerOfRecord, portOfEntry, billOfLading, lines } = entry;
  const total = sumDecimals(lines.map(({ enteredValue }) => Decimal.of(enteredValue)));
  const goods = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${total} US dollars`;
  const bills = billOfLading.slice(0, 3).join(', ');
  return `Entry of type ${entryType} for ${importerOfRecord.name} at port ${portOfEntry}, bill of lading ${bills}: ${goods}.`;
}
