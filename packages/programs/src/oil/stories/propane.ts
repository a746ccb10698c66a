import type { MeasurementTicket, PipelineProfile } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import { partyOf, usd } from '../../usmca-cafta/stories/parties.ts';
import { apart } from './apart.ts';
import { certification, manifestOf } from './entering.ts';
import { facilityIdentity, powerOf } from './filings.ts';
import { batch, bbl, midnight, nextDay, profile } from './line.ts';
import { crossed, injected, produced } from './papers.ts';
import { DAYS, paper, ticketPaper } from './three-days.ts';
import type { OilVariant } from './variants.ts';

/** Propane on the same line papers and the same rules: nothing but its rows of reference data differs. */

const BATCH = batch('06-p');
const STOCK = 'urn:sample:muskeg:stock:propane';
const HTS = '2711120010';
/** Cubic metres of 36,000 barrels, the unit that the tariff line counts in. */
const CUBIC_METRES = '5723.542614432';
const PRICE = '310.00';

const propaneProfile: PipelineProfile = { ...profile, number: 'SBP-PROFILE-P', commodities: ['propane'] };

const propaneTicket = (ticket: MeasurementTicket): MeasurementTicket => ({ ...ticket, commodity: 'propane' });

const tickets = DAYS.map((day) => {
  const period = { from: midnight(day), to: midnight(nextDay(day)) };
  const grade = { name: 'Propane', rawApi: '', api: '', sedimentAndWater: '0' };
  const { readings: _, reported, ...ticket } = crossed(`SBT-P-${day}`, BATCH, '12000', period, grade);
  const { apiGravity60F: _api, ...figures } = reported;
  return propaneTicket({
    ...ticket,
    readings: {
      density: {
        kind: 'relative-density',
        value: '0.508',
        at: { temperature: { value: '60', unit: 'FAH' } },
      },
    },
    reported: figures,
  });
});

const injection = propaneTicket(
  injected('SBT-I-P', BATCH, STOCK, 'aurora', '36000', {
    from: '2026-06-01T05:00:00Z',
    to: '2026-06-04T05:00:00Z',
  }),
);

const manifest = {
  ...manifestOf(
    'SBM-P',
    'aurora',
    '2026-06',
    DAYS.map((day) => ({ day, batch: BATCH, volume: '12000', api: '147.0', hts: HTS })),
    ['SMI-P'],
  ),
};

const amount = usd(Decimal.of(CUBIC_METRES).times(Decimal.of(PRICE)).round(2, 'half-up').toFixed(2));

export const propane: OilVariant = {
  ...{ id: 'oil-propane', title: 'Propane: another liquid by reference data alone', owner: 'aurora' },
  at: '2026-06-12T15:00:00Z',
  papers: apart('propane', [
    paper(
      'Profile',
      { type: 'PipelineProfile', document: propaneProfile },
      'pipeline',
      '2026-01-05T15:00:00Z',
    ),
    paper(
      'Production of propane',
      {
        type: 'LiquidProduction',
        document: produced('SMP-P-1', {
          ...{ commodity: 'propane', role: 'product', lot: STOCK, volume: bbl('40000') },
          facility: { id: 'urn:sample:muskeg:fractionator', name: 'Sample fractionator', country: 'CA' },
        }),
      },
      ...(['facility', '2026-05-22T14:00:00Z'] as const),
    ),
    paper(
      'Certification of origin',
      {
        type: 'CertificationOfOrigin',
        document: {
          ...certification,
          number: 'SMOS-COO-P',
          goods: [
            {
              ...{ number: '1', description: 'Propane, liquefied', hs6: '271112', hts: HTS },
              ...{ criterion: 'A' as const, originCountry: 'CA' },
            },
          ],
        },
      },
      ...(['facility', '2026-05-22T14:20:00Z'] as const),
    ),
    ticketPaper(injection, '2026-06-04T13:00:00Z'),
    ...tickets.map((ticket) => ticketPaper(ticket)),
    paper(
      'Manifest',
      {
        type: 'PipelineManifest',
        document: {
          ...manifest,
          days: manifest.days.map(({ apiGravity60F: _, ...row }) => ({ ...row, commodity: 'propane' })),
        },
      },
      ...(['pipeline', '2026-06-11T15:00:00Z'] as const),
    ),
    paper(
      'Invoice',
      {
        type: 'CommercialInvoice',
        document: {
          number: 'SMI-P',
          issueDate: '2026-06-11',
          seller: partyOf('oil-facility'),
          buyer: partyOf('oil-aurora'),
          incoterm: { code: 'FCA', place: 'Hardisty', country: 'CA' },
          currency: 'USD',
          lines: [
            {
              ...{ number: '1', lot: BATCH, description: 'Propane, liquefied, 95 percent', hts: HTS },
              originCountry: 'CA',
              manufacturer: partyOf('oil-facility'),
              quantity: { value: CUBIC_METRES, unit: 'MTQ' },
              unitPrice: usd(PRICE),
              amount,
            },
          ],
          total: amount,
        },
      },
      ...(['facility', '2026-06-11T16:00:00Z'] as const),
    ),
    facilityIdentity,
    paper(
      'Power of attorney',
      { type: 'PowerOfAttorney', document: powerOf('aurora') },
      ...(['aurora', '2026-01-05T15:00:00Z'] as const),
    ),
  ]),
  expect: { outcome: 'accept', reasons: [] },
};
