import type { TransportMode } from '@portolan/documents';
import type { Dated } from '../facts/fact.ts';
import type { DataSetId } from './data-set.ts';

/** Events of a voyage that advance data is due before. */
export type VoyageEvent = 'lading' | 'departure' | 'arrival';

export interface DeadlineFact extends Dated {
  readonly name: string;
  readonly label: string;
  readonly set: DataSetId;
  readonly mode: TransportMode;
  readonly before: VoyageEvent;
  /** How long before the event. */
  readonly minutes: number;
  /** Holds only for such trips; the rows without it hold for all others. */
  readonly only?: 'fast' | 'near';
}

const HOUR = 60;

/** When advance data is due, by mode. Rows that hold for special trips stand before the general one of the same data. */
export const deadlineFacts: readonly DeadlineFact[] = [
  {
    name: 'security-filing',
    label: 'Send the security filing',
    set: 'security-filing',
    mode: 'vessel',
    before: 'lading',
    minutes: 24 * HOUR,
    from: '2009-01-26',
    source: '19 CFR 149.2(b)(2): no later than 24 hours before the cargo is laden',
    certainty: 'general',
  },
  {
    name: 'security-filing-stuffing',
    label: 'Send stuffing location and consolidator',
    set: 'security-filing',
    mode: 'vessel',
    before: 'arrival',
    minutes: 24 * HOUR,
    from: '2009-01-26',
    source: '19 CFR 149.2(b)(3): no later than 24 hours before arrival',
    certainty: 'general',
  },
  {
    name: 'ocean-manifest',
    label: 'Carrier sends the cargo declaration',
    set: 'ocean-manifest',
    mode: 'vessel',
    before: 'lading',
    minutes: 24 * HOUR,
    from: '2003-02-02',
    source: '19 CFR 4.7(b)(2): 24 hours before the cargo is laden',
    certainty: 'general',
  },
  {
    name: 'air-cargo-screening',
    label: 'Send the screening data before loading',
    set: 'air-cargo-screening',
    mode: 'air',
    before: 'departure',
    minutes: 0,
    from: '2018-06-12',
    source: '19 CFR 122.48b(b): as early as practicable, before loading',
    certainty: 'general',
  },
  {
    name: 'air-manifest',
    label: 'Send the air cargo data by departure',
    set: 'air-manifest',
    mode: 'air',
    before: 'departure',
    minutes: 0,
    only: 'near',
    from: '2004-03-04',
    source: '19 CFR 122.48a(b)(1): departure from near places',
    certainty: 'general',
  },
  {
    name: 'air-manifest',
    label: 'Send the air cargo data',
    set: 'air-manifest',
    mode: 'air',
    before: 'arrival',
    minutes: 4 * HOUR,
    from: '2004-03-04',
    source: '19 CFR 122.48a(b)(2): four hours before arrival',
    certainty: 'general',
  },
  {
    name: 'truck-manifest',
    label: 'Carrier sends the e-manifest (FAST)',
    set: 'truck-manifest',
    mode: 'truck',
    before: 'arrival',
    minutes: 30,
    only: 'fast',
    from: '2004-01-05',
    source: '19 CFR 123.92(b)(1): 30 minutes before arrival for FAST',
    certainty: 'general',
  },
  {
    name: 'truck-manifest',
    label: 'Carrier sends the e-manifest',
    set: 'truck-manifest',
    mode: 'truck',
    before: 'arrival',
    minutes: HOUR,
    from: '2004-01-05',
    source: '19 CFR 123.92(b)(2): one hour before arrival',
    certainty: 'general',
  },
  {
    name: 'rail-manifest',
    label: 'Carrier sends the rail cargo data',
    set: 'rail-manifest',
    mode: 'rail',
    before: 'arrival',
    minutes: 2 * HOUR,
    from: '2004-01-05',
    source: '19 CFR 123.91(b): two hours before arrival',
    certainty: 'general',
  },
  {
    name: 'mail-data',
    label: 'Post sends the item data before loading',
    set: 'mail-data',
    mode: 'mail',
    before: 'departure',
    minutes: 0,
    from: '2021-03-15',
    source: '19 CFR 145.74(d): before loading on the conveyance',
    certainty: 'general',
  },
];
