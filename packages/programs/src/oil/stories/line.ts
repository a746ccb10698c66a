import type { MeasurementTicket, PipelineProfile, Volume } from '@portolan/documents';
import { holder } from './parties.ts';

/** The line of the stories: from a terminal in Alberta over the border at Neche to Superior. Invented; its towns are real. */

export const LINE = 'urn:sample:borealis:line-1';
export const METER = 'urn:sample:borealis:meter:neche';
export const TERMINAL = 'urn:sample:borealis:terminal:hardisty';
export const SUPERIOR = 'urn:sample:borealis:terminal:superior';
export const NECHE = '3404';
export const ZONE = 'America/Chicago';

/** Barrels at 60 °F. */
export const bbl = (value: string): Volume => ({ value, unit: 'BLL', base: '60F' });

export const batch = (name: string) => `urn:sample:borealis:batch:2026-${name}`;

export const profile: PipelineProfile = {
  number: 'SBP-PROFILE-1',
  line: LINE,
  name: 'Sample Borealis line 1',
  operator: holder('pipeline'),
  commodities: ['crude-oil', 'condensate'],
  validFrom: '2026-01-01',
  zone: ZONE,
  dayBegins: '00:00',
  points: [
    {
      ...{ id: TERMINAL, name: 'Receipt terminal', kind: 'receipt', country: 'CA', place: 'Hardisty' },
      ...{ latitude: '52.67', longitude: '-111.31' },
    },
    {
      ...{ id: METER, name: 'Border meter', kind: 'border', country: 'US', place: 'Neche', port: NECHE },
      ...{ latitude: '48.98', longitude: '-97.55', capacity: bbl('240000') },
    },
    {
      ...{ id: SUPERIOR, name: 'Delivery terminal', kind: 'delivery', country: 'US', place: 'Superior' },
      ...{ latitude: '46.72', longitude: '-92.10' },
    },
  ],
  lossAllowance: '0.1',
};

/** Midnight at the meter at the beginning of a day of the summer of 2026, when its clock is five hours behind UTC. */
export function midnight(day: string): string {
  return `${day}T05:00:00Z`;
}

const DAY = 86_400_000;

export function nextDay(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** What a ticket of this line says beside its figures. */
export function onLine(
  number: string,
  kind: MeasurementTicket['kind'],
  point: string,
): Pick<MeasurementTicket, 'number' | 'kind' | 'line' | 'operator' | 'point' | 'commodity'> {
  return { number, kind, line: LINE, operator: holder('pipeline'), point, commodity: 'crude-oil' };
}
