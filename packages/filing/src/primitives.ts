import { Type } from 'typebox';

/** Patterns of the plain strings that entries are made of; the kernel's parsers decide validity, these only shape. */
export const DigestText = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });
export const DidText = Type.String({ pattern: '^did:[a-z0-9]+:.+' });
export const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const InstantText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
export const PointerText = Type.String({ pattern: '^(/.*)?$' });
export const CountryText = Type.String({ pattern: '^[A-Z]{2}$' });
export const CurrencyText = Type.String({ pattern: '^[A-Z]{3}$' });
/** A Schedule D port of four digits. */
export const PortText = Type.String({ pattern: '^\\d{4}$' });
/** Whole United States dollars: entered values and charges carry no cents (CATAIR record 40 and 50). */
export const WholeDollarsText = Type.String({ pattern: '^\\d+$' });
/** A decimal number as text: never a binary fraction. */
export const DecimalText = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' });
/** The digits of an HTS number: ten, or eight where the schedule has no statistical suffix (chapters 98 and 99). */
export const HtsText = Type.String({ pattern: '^\\d{8}(\\d{2})?$' });

/** A quantity on an entry: decimal text and a UNECE Recommendation 20 unit. */
export const QuantityText = Type.Object({
  value: DecimalText,
  unit: Type.String({ minLength: 1, maxLength: 3 }),
});

/** An address as forms print it. */
export interface Address {
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}
