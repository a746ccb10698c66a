import type { DutyInput, DutyLineInput } from '../duty/input.ts';

/** A line of chilled cucumbers of Mexico, unless told otherwise. */
export function line(more: Partial<DutyLineInput> = {}): DutyLineInput {
  return {
    number: 1,
    hts: '0707.00.50.05',
    originCountry: 'MX',
    enteredValue: '12000',
    quantities: [{ value: '10000', unit: 'KGM' }],
    ...more,
  };
}

/** A consumption entry by truck on 12 June 2026, unless told otherwise. */
export function entry(lines: readonly DutyLineInput[], more: Partial<DutyInput> = {}): DutyInput {
  return {
    entryType: '01',
    modeOfTransport: '30',
    date: '2026-06-12',
    importDate: '2026-06-12',
    knownAt: '2026-06-12T12:00:00.000Z',
    lines: [...lines],
    ...more,
  };
}
