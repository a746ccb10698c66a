import type { CommercialInvoice, MeasurementTicket, PipelineManifest } from '@portolan/documents';
import { certification, HEAVY_HTS, invoiceOf, manifestOf } from './entering.ts';
import { facilityIdentity, powerOf } from './filings.ts';
import { batch, midnight, nextDay, profile } from './line.ts';
import { bitumen, blended, boughtDiluent, crossed, DILBIT, heavy, injected } from './papers.ts';
import type { OilActor, OilOwner } from './parties.ts';
import type { OilPaper } from './story.ts';

/** Three days of one batch and one owner: what the stories of bad input change one thing of. */

export const V = batch('06-v');
export const DAYS = ['2026-06-08', '2026-06-09', '2026-06-10'] as const;
export const VOLUME = '72000';

const morningAfter = (day: string) => `${nextDay(day)}T13:00:00Z`;

export const borderTickets: readonly MeasurementTicket[] = DAYS.map((day) =>
  crossed(`SBT-V-${day}`, V, '24000', { from: midnight(day), to: midnight(nextDay(day)) }, heavy),
);

export const injection = injected('SBT-I-V', V, DILBIT, 'aurora', VOLUME, {
  from: '2026-06-01T05:00:00Z',
  to: '2026-06-04T05:00:00Z',
});

export function manifest(
  owner: OilOwner = 'aurora',
  hts = HEAVY_HTS,
  volumes?: readonly string[],
  days: readonly string[] = DAYS,
): PipelineManifest {
  const month = days[0]?.slice(0, 7) ?? '';
  const rows = days.map((day, index) => ({
    ...{ day, batch: V, volume: volumes?.[index] ?? '24000', api: '21.1', hts },
  }));
  return manifestOf('SBM-V', owner, month, rows, ['SMI-V']);
}

export const invoice = (
  seller: OilActor = 'facility',
  buyer: OilOwner = 'aurora',
  hts = HEAVY_HTS,
): CommercialInvoice =>
  invoiceOf('SMI-V', seller, buyer, '2026-06-11', [
    {
      ...{ batch: V, volume: VOLUME, hts, price: '52.00' },
      description: 'Crude petroleum oil, diluted bitumen',
    },
  ]);

export function paper(
  name: string,
  content: OilPaper['content'],
  by: OilActor,
  at: string,
  more: Partial<OilPaper> = {},
): OilPaper {
  return { name, content, by, at, to: ['agency'], ...more };
}

export const ticketPaper = (document: MeasurementTicket, at?: string): OilPaper =>
  paper(
    `Ticket ${document.number}`,
    { type: 'MeasurementTicket', document },
    'pipeline',
    at ?? morningAfter(document.from.slice(0, 10)),
  );

/** What may be given in the place of the papers as they should be. */
export interface Changes {
  readonly owner?: OilOwner;
  readonly bitumen?: string;
  readonly diluent?: string;
  readonly made?: string;
  readonly injection?: MeasurementTicket;
  readonly tickets?: readonly MeasurementTicket[];
  readonly manifest?: PipelineManifest;
  readonly invoice?: readonly [OilActor, CommercialInvoice];
  readonly more?: readonly OilPaper[];
}

/** All that is signed of the three days, with what differs. */
export function threeDays(change: Changes = {}): OilPaper[] {
  const owner = change.owner ?? 'aurora';
  const crude = change.bitumen ?? '57600';
  const diluent = change.diluent ?? '22400';
  const [seller, sold] = change.invoice ?? ['facility', invoice('facility', owner)];
  return [
    paper('Profile', { type: 'PipelineProfile', document: profile }, 'pipeline', '2026-01-05T15:00:00Z'),
    paper(
      'Production of bitumen',
      { type: 'LiquidProduction', document: bitumen('SMP-V-1', crude) },
      ...(['facility', '2026-05-22T14:00:00Z'] as const),
    ),
    paper(
      'Diluent bought',
      { type: 'LiquidProduction', document: boughtDiluent('SMP-V-2', diluent) },
      ...(['facility', '2026-05-22T14:05:00Z'] as const),
    ),
    paper(
      'Blend',
      { type: 'LiquidBlend', document: blended('SMB-V-1', crude, diluent, change.made ?? '80000') },
      ...(['facility', '2026-05-22T14:15:00Z'] as const),
    ),
    paper(
      'Certification of origin',
      { type: 'CertificationOfOrigin', document: certification },
      ...(['facility', '2026-05-22T14:20:00Z'] as const),
    ),
    ticketPaper(change.injection ?? injection, '2026-06-04T13:00:00Z'),
    ...(change.tickets ?? borderTickets).map((ticket) => ticketPaper(ticket)),
    ...(change.more ?? []),
    paper(
      'Manifest',
      { type: 'PipelineManifest', document: change.manifest ?? manifest(owner) },
      ...(['pipeline', '2026-06-11T15:00:00Z'] as const),
    ),
    paper('Invoice', { type: 'CommercialInvoice', document: sold }, seller, '2026-06-11T16:00:00Z'),
    facilityIdentity,
    paper(
      'Power of attorney',
      { type: 'PowerOfAttorney', document: powerOf(owner) },
      owner,
      '2026-01-05T15:00:00Z',
    ),
  ];
}
