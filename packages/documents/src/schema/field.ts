import { type TSchema, type TUnsafe, Type } from 'typebox';

/**
 * The fields that all trade documents are built from. `title` says in words what is expected, for the message of a
 * refusal; `format` names a check of ../check/formats.ts that a pattern cannot say (a real date, a country that exists,
 * a check digit).
 */

const printable = '^[^\\u0000-\\u001f\\u007f]*\\S[^\\u0000-\\u001f\\u007f]*$';

/** A short text on one line: a name, a number given by a party, a place. */
export const Text = (description: string) =>
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: printable,
    title: 'a text of at most 200 characters on one line',
    description,
  });

/** A description of goods or a statement; may run over several lines. */
export const LongText = (description: string) =>
  Type.String({
    minLength: 1,
    maxLength: 4000,
    pattern: '\\S',
    title: 'a text of at most 4000 characters',
    description,
  });

/** A text of a fixed form: `title` says the form in words. */
export const Coded = (pattern: string, title: string, description: string, format?: string) =>
  Type.String({ pattern, title, description, ...(format && { format }) });

/** A calendar date 'YYYY-MM-DD', without a zone. */
export const DateField = (description: string) =>
  Coded('^\\d{4}-\\d{2}-\\d{2}$', 'a date such as 2026-06-12', description, 'date');

/** ISO 3166-1 alpha-2. */
export const Country = (description: string) =>
  Coded('^[A-Z]{2}$', 'a country code of two capital letters, such as MX', description, 'country');

/** ISO 4217 alphabetic code. */
export const Currency = (description: string) =>
  Coded('^[A-Z]{3}$', 'a currency code of three capital letters, such as USD', description, 'currency');

/** A decentralized identifier (DID Core 1.0, section 3.1). */
export const DidField = (description: string) =>
  Coded(
    '^did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,400}$',
    'a decentralized identifier that begins with did:',
    description,
  );

/** Harmonized System code of six digits, without points. */
export const Hs6 = (description: string) =>
  Coded('^\\d{6}$', 'six digits without points, such as 080450', description);

/** Harmonized System or national tariff code of 6, 8 or 10 digits, without points. */
export const HsCode = (description: string) =>
  Coded('^\\d{6}(\\d{2}){0,2}$', '6, 8 or 10 digits without points, such as 0804506055', description);

/** GS1 trade item number of 8, 12, 13 or 14 digits with its check digit. */
export const Gtin = (description: string) =>
  Coded('^(\\d{8}|\\d{12,14})$', 'a trade item number of 8, 12, 13 or 14 digits', description, 'gtin');

/** Port of the United States, four digits of Census Schedule D. */
export const SchedulePort = (description: string) =>
  Coded('^\\d{4}$', 'a port code of four digits (Schedule D), such as 2604', description);

/** Digest 'sha256:' and 64 lowercase hex digits. */
export const DigestField = (description: string) =>
  Coded('^sha256:[0-9a-f]{64}$', 'a digest sha256: with 64 hex digits', description);

/** Decimal text without exponent; never a JSON number, so that nothing is rounded on the way. */
export const DecimalField = (description: string) =>
  Coded(
    '^-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?$',
    'a decimal number as text with a point, such as "1234.50"',
    description,
  );

/** One of a closed list of words. */
export const OneOf = <const T extends readonly string[]>(
  values: T,
  description: string,
): TUnsafe<T[number]> => Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description });

/** An object that refuses members it does not know. */
export const Closed = <P extends Record<string, TSchema>>(properties: P, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description && { description }) });

export const List = <T extends TSchema>(items: T, minItems = 0) =>
  Type.Array(items, { minItems, maxItems: 10_000 });
