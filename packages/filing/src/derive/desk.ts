import type { Link } from '@portolan/documents';
import type { Digest, JsonValue, Pointer } from '@portolan/kernel';
import type { Edition, TariffReference } from '@portolan/tariff';
import type { Filer } from '../entry.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Papers } from './papers.ts';

/** A code of the filer's own product library for goods that a document names by GTIN or item number. */
export interface ProductOnRecord {
  readonly keys: readonly string[];
  readonly hts: string;
  readonly provisional: boolean;
  /** What the code rests on, in words: "ruling NY N000000 of 2026-03-02". */
  readonly basis: string;
}

/** A manufacturer of the client's library, as it was kept from an earlier shipment. */
export interface MakerOnRecord {
  readonly name: string;
  readonly mid: string;
  readonly did?: string;
  readonly country?: string;
}

/** A seller of the client's library of trading partners. */
export interface SellerOnRecord {
  readonly name: string;
  readonly did?: string;
  /** Related to the client (19 CFR 152.102(g)). */
  readonly related: boolean;
}

/** What the node knows before it opens the documents. */
export interface Given {
  readonly filer: Filer;
  /** From the filer's client file, where no document says it. */
  readonly importer?: { readonly name: string; readonly number?: string; readonly did?: string };
  /** Products of the library that the documents may name. */
  readonly products?: readonly ProductOnRecord[];
  /** Manufacturers of the client's library. */
  readonly makers?: readonly MakerOnRecord[];
  /** Sellers of the client's library of partners. */
  readonly sellers?: readonly SellerOnRecord[];
  /** The bond of the client file, which no document of a shipment names. */
  readonly bond?: { readonly type: '0' | '8' | '9'; readonly surety?: string };
  /** Code of the payment that the client file names (CATAIR record 10). */
  readonly paymentType?: string;
  readonly typed: Readonly<Record<Pointer, JsonValue>>;
  readonly typedBy?: string;
  readonly entryNumber?: string;
  /** Instant of the filing: the earliest day of entry. */
  readonly at: string;
  /** Zone whose calendar counts; the agency's headquarters unless the port's is known. */
  readonly zone?: string;
  /** Links between the documents, where they were found already. */
  readonly links?: readonly Link[];
  /** Lines of each invoice that belong to this entry, by position; all of them where nothing is said. */
  readonly part?: Readonly<Record<Digest, readonly number[]>>;
  /** A recorded decision to go on with a tariff edition that is not known to be current. */
  readonly override?: { readonly reason: string; readonly by: string };
}

/** What every derivation works with. */
export interface Desk {
  readonly sheet: Sheet;
  readonly papers: Papers;
  readonly given: Given;
  readonly tariff: TariffReference;
  /** Edition in force on the day of entry; absent where none is known to be. */
  readonly edition: Edition | undefined;
}
