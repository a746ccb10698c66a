import { MoneySchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { businessIdentifierMembers, EntryLineSchema } from './entry-line.ts';
import {
  CountryText,
  CurrencyText,
  DateText,
  DecimalText,
  DidText,
  PortText,
  QuantityText,
} from './primitives.ts';
import { ValuationSchema } from './valuation.ts';

/** Entry types built here: 01 consumption, 03 with antidumping or countervailing duty, 11 informal (CATAIR AE table 2). */
export const EntryTypeSchema = Type.Union([Type.Literal('01'), Type.Literal('03'), Type.Literal('11')]);
export type EntryType = Static<typeof EntryTypeSchema>;

export const FilerSchema = Type.Object({
  code: Type.String({ pattern: '^[A-Z0-9]{3}$' }),
  name: Type.String({ minLength: 1 }),
  did: DidText,
});
export type Filer = Static<typeof FilerSchema>;

export const ImporterOfRecordSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  number: Type.String({ minLength: 1 }),
  did: Type.Optional(DidText),
});

export const ConsigneeSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  number: Type.Optional(Type.String()),
});

export const CarrierSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  scac: Type.String({ pattern: '^[A-Z]{2,4}$' }),
});

export const ConveyanceSchema = Type.Object({
  name: Type.Optional(Type.String()),
  voyage: Type.Optional(Type.String()),
  trailer: Type.Optional(Type.String()),
});

export const BondSchema = Type.Object({
  /** 8 continuous, 9 single transaction, 0 no bond required (CATAIR record 31). */
  type: Type.Union([Type.Literal('0'), Type.Literal('8'), Type.Literal('9')]),
  surety: Type.Optional(Type.String({ pattern: '^\\d{3}$' })),
});

/** An entry and its entry summary together: what forms 3461 and 7501 say, once. */
export const EntrySchema = Type.Object({
  entryNumber: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{3}-\\d{7}-\\d$' })),
  entryType: EntryTypeSchema,
  filer: FilerSchema,
  importerOfRecord: ImporterOfRecordSchema,
  consignee: ConsigneeSchema,
  portOfEntry: PortText,
  portOfUnlading: Type.Optional(PortText),
  /** CATAIR mode code: 10, 11, 20, 21, 30, 31, 40, 41, 50, 70. */
  modeOfTransport: Type.String({ pattern: '^\\d{2}$' }),
  carrier: CarrierSchema,
  /** Where it is known by a global business identifier. */
  shipper: Type.Optional(Type.Object({ name: Type.String({ minLength: 1 }), ...businessIdentifierMembers })),
  conveyance: Type.Optional(ConveyanceSchema),
  billOfLading: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
  containers: Type.Optional(Type.Array(Type.String())),
  packages: Type.Optional(Type.Object({ count: Type.Integer({ minimum: 0 }), kind: Type.String() })),
  exportCountry: CountryText,
  exportDate: DateText,
  /** Day of arrival at the port of entry with intent to unlade. */
  importDate: DateText,
  entryDate: DateText,
  foreignPortOfLading: Type.Optional(Type.String()),
  invoiceNumbers: Type.Array(Type.String(), { minItems: 1 }),
  /** Currency of the invoice; entered values are always United States dollars. */
  currency: CurrencyText,
  /** United States dollars for one unit of the invoice currency; absent when the invoice is in dollars. */
  exchangeRate: Type.Optional(DecimalText),
  /** International freight and insurance inside prices of which no invoice states any. */
  carriage: Type.Optional(MoneySchema),
  /** How the entered values came about, one for each invoice. */
  valuation: Type.Optional(Type.Array(ValuationSchema)),
  bond: Type.Optional(BondSchema),
  /** How duties are paid: single 1, daily statement 2, 3 and 5, periodic monthly statement 6 to 8 (CATAIR record 10). */
  paymentType: Type.Optional(Type.String({ pattern: '^[1-8]$' })),
  /** The filer's own number of the file: nine characters at most (CATAIR record 10). */
  fileNumber: Type.Optional(Type.String({ pattern: '^\\S(.{0,7}\\S)?$' })),
  grossWeight: Type.Optional(QuantityText),
  lines: Type.Array(EntryLineSchema, { minItems: 1 }),
});
export type Entry = Static<typeof EntrySchema>;

/** The type of the fields of a draft: any of them may still be missing, in lines too. */
export type DraftEntry = Omit<Partial<Entry>, 'lines'> & { lines: Partial<Entry['lines'][number]>[] };
