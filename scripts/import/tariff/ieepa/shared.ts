import { type Row, rowMaker } from '../tables.ts';

/** Collected to 23 February 2026; that the duties are void from the beginning is known since collection stopped. */
export const TO = '2026-02-23';
export const VOID_KNOWN = '2026-02-24';

export type Make = ReturnType<typeof rowMaker>;

export function maker(cite: string): Make {
  return rowMaker({
    to: TO,
    supersededAt: VOID_KNOWN,
    cite,
    source: 'HTS 2025 revision 32 and 2026 revision 10, chapter 99; lists of the tariff-rate-tracker',
    certainty: 'secondary',
  });
}

/** The row that is known since: nothing is owed, what was paid is refunded. */
export function voided(from: string, origins?: readonly string[]): Row {
  return {
    heading: '',
    effect: 'none',
    from,
    to: TO,
    knownAt: VOID_KNOWN,
    ...(origins === undefined ? {} : { origins: [...origins] }),
    why: 'void since Learning Resources v. Trump (20 February 2026); collected until 24 February 2026, refunded by CAPE to the importer by ACH',
    cite: 'Learning Resources v. Trump, 20 February 2026; CSMS 67834313',
    source: 'CSMS 67834313',
    certainty: 'verified',
  };
}

/** An exemption that the filer claims. */
export function claimed(row: Make, heading: string, from: string, why: string, more: Partial<Row> = {}): Row {
  return row({ heading, effect: 'none', claimed: true, from, why, ...more });
}
