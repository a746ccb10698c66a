import type {
  BrokerSheet,
  PipelineDay,
  PipelineFlow,
  PipelineLine,
  PipelineLineDetail,
  PipelineMonth,
  PipelineTicketView,
} from '@portolan/contract';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { instantAt, shownIn } from './meter-clock.ts';
import { isOver, lotName, monthWords, originWords, plainText, volumeWords } from './words.ts';

const id = 'urn:sample:line-1';
const at = `/pipelines/${encodeURIComponent(id)}`;
const api = `/api/pipelines/${encodeURIComponent(id)}`;
const digest = `sha256:${'a'.repeat(64)}`;
const aurora = { did: 'did:key:z6MkAurora', name: 'Sample Aurora' };
const coulee = { did: 'did:key:z6MkCoulee', name: 'Sample Coulee' };

const line: PipelineMonth['line'] = {
  ...{ id, name: 'Sample line 1', operator: { did: 'did:key:z6MkLine', name: 'Sample Borealis' } },
  ...{ zone: 'America/Chicago', borderPoint: 'meter', port: '3404' },
};
const zero = '0';
const batch = 'urn:sample:batch:2026-08-1';
const detail: PipelineLineDetail = {
  ...{ line: id, name: line.name, role: 'agency', operator: line.operator },
  profile: {
    digest,
    document: {
      ...{ number: 'P-1', line: id, name: line.name, operator: line.operator, commodities: ['crude-oil'] },
      ...{ validFrom: '2026-01-01', zone: line.zone, dayBegins: '00:00' },
      points: [
        { id: 'meter', name: 'Border meter', kind: 'border', country: 'US', place: 'Neche', port: '3404' },
      ],
    },
  },
};
const day = (number: number): PipelineMonth['days'][number] => {
  const name = `2026-08-${String(number).padStart(2, '0')}`;
  return {
    day: name,
    from: `${name}T05:00:00Z`,
    to: `${name}T23:00:00Z`,
    state: number === 7 ? 'missing' : 'measured',
    volume: number === 7 ? zero : '24000',
    api: '21.1',
    owners: [{ ...aurora, volume: '24000' }],
    nondutiable: true,
    entryState: number === 7 ? 'nothing-to-enter' : 'open',
    entryDue: '2026-08-21',
    origin: [{ country: 'CA', role: 'crude' }, { role: 'diluent' }],
  };
};
const month: PipelineMonth = {
  ...{
    role: 'agency',
    line,
    month: '2026-08',
    days: Array.from({ length: 31 }, (_, index) => day(index + 1)),
  },
  process: { kind: 'monthly', reasons: [], owners: [] },
  entries: [
    {
      ...{
        owner: aurora,
        from: '2026-08-01',
        to: '2026-08-31',
        entryType: '01',
        portOfEntry: '3404',
        days: 30,
      },
      lines: [
        {
          ...{ hts: '2709001000', description: 'Crude oil', originCountry: 'CA', spi: 'S', volume: '720000' },
          ...{ quantity: { value: '720000', unit: 'BLL' }, duty: { amount: '0.00', currency: 'USD' } },
          evidence: [digest],
        },
      ],
      duty: { amount: '0.00', currency: 'USD' },
    },
  ],
  balance: {
    ...{ opening: zero, received: '744000', delivered: '720000', losses: zero, closing: '24000' },
    ...{ imbalance: '20', allowed: '744', stocks: [], owners: [] },
  },
  adjustments: [],
  findings: [
    {
      ...{ code: 'OIL_DAY_MISSING', severity: 'serious', message: 'No ticket of 7 August.', fault: 'signer' },
      ...{ mend: 'Ask for it.', day: '2026-08-07', evidence: [] },
    },
  ],
  ...{
    findingsTotal: 1,
    batches: [batch],
    received: [],
    papers: { count: 60, digest, withdrawn: 0 },
    digest,
  },
  computedFor: '2026-09-03T15:00:00Z',
};
const flow: PipelineFlow = {
  nodes: [
    { id: 'b', name: 'Batch 1', kind: 'batch' },
    { id: 'm', name: 'Border', kind: 'border' },
  ],
  links: [{ from: 'b', to: 'm', volume: '24000' }],
  leftOff: 0,
};
const freeTrade = {
  state: 'free' as const,
  spi: 'S' as const,
  reason: 'Diluent of 28 percent is disregarded.',
};
const basis = { digest, kind: 'transfer' as const, knownAt: '2026-08-07T15:00:00Z' };
const stretch = (owner: typeof aurora, from: string, to: string): PipelineDay['stretches'][number] => ({
  ...{ from, to, owner, basis, freeTrade, batch: 'batch 1', volume: '12000', tickets: 1, byTime: true },
  origin: [
    { country: 'CA', role: 'crude', percent: '72' },
    { role: 'diluent', percent: '28' },
  ],
  hts: '2709001000',
});

test('lines are listed with imbalance and gaps, and open by their newest month', async () => {
  const one: PipelineLine = {
    ...{ line: id, name: line.name, operator: line.operator, role: 'agency', months: 1 },
    latest: {
      month: '2026-08',
      counted: {
        ...{ volume: '720000', owners: 1, process: 'monthly', imbalance: '-900', allowed: '744' },
        days: { measured: 30, partly: 0, missing: 1, ahead: 0 },
        findings: { refused: 0, serious: 1, notice: 0 },
        entries: { entered: 0, open: 30, late: 0 },
      },
    },
  };
  await openPortal('/pipelines', { 'GET /api/pipelines': { items: [one], total: 1 } });
  expect(screen.getByText('-900 bbl, over')).toBeTruthy();
  expect(screen.getByText('1 day')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'August 2026' }).getAttribute('href')).toBe(`${at}/2026-08`);
});

test('a month has a cell for each of its days, which opens, and a table that says the same', async () => {
  const { sent } = await openPortal(`${at}/2026-08`, {
    [`GET ${api}`]: detail,
    [`GET ${api}/months/2026-08`]: month,
    [`GET ${api}/months/2026-08/flow`]: flow,
    [`POST ${api}/months/2026-08/entries`]: {
      items: [
        {
          ...{ owner: aurora, from: '2026-08-01', to: '2026-08-31', draft: 'd1', made: true },
          ...{ evidence: 60, ticketsLeftOff: 0, refusals: [] },
        },
      ],
    },
  });
  const board = within(screen.getByRole('list', { name: 'Days of the month' }));
  expect(board.getAllByRole('listitem').length).toBe(31);
  const cell = board.getByRole('link', { name: /^7\s?Friday\s?,\s?0\s?,.*No ticket$/ });
  expect(cell.getAttribute('href')).toBe(`${at}/2026-08/2026-08-07`);
  expect(screen.getByText(/One entry for the month/)).toBeTruthy();
  expect(screen.getByText('20 bbl, within the 744 bbl allowed')).toBeTruthy();
  const make = screen.queryByRole('button', { name: 'Make the drafts' });
  if (!make) return;
  fireEvent.click(make);
  expect((await screen.findByRole('link', { name: 'Made now' })).getAttribute('href')).toBe('/drafts/d1');
  expect(sent.some(({ method }) => method === 'POST')).toBe(true);
});

test('title at the meter says who owned what, by which paper, and since when that is known', async () => {
  const view: PipelineDay = {
    ...day(5),
    stretches: [
      stretch(aurora, '2026-08-05T05:00:00Z', '2026-08-05T17:00:00Z'),
      stretch(coulee, '2026-08-05T17:00:00Z', '2026-08-06T05:00:00Z'),
    ],
    findings: [],
  };
  const path = `${api}/months/2026-08/days/2026-08-05`;
  await openPortal(`${at}/2026-08/2026-08-05`, {
    [`GET ${api}`]: detail,
    [`GET ${path}`]: view,
    [`GET ${path}/tickets`]: { items: [], total: 0 },
  });
  const title = within(screen.getByRole('region', { name: 'Title' }));
  expect(title.getAllByText('Sample Coulee').length).toBeGreaterThan(0);
  expect(title.getAllByText(/28% diluent of unknown origin/).length).toBe(2);
  expect(title.getByRole('img', { name: /Title at the meter/ })).toBeTruthy();
});

test('a ticket shows what was read beside what is reported', async () => {
  const ticket: PipelineTicketView = {
    ...{ digest, held: digest, issuer: line.operator, knownAt: '2026-08-02T13:00:00Z', withdrawn: false },
    document: {
      ...{
        number: 'T-1',
        kind: 'border',
        line: id,
        operator: line.operator,
        point: 'meter',
        batch: 'batch 1',
      },
      ...{ from: '2026-08-01T05:00:00Z', to: '2026-08-02T05:00:00Z', commodity: 'crude-oil' },
      readings: {
        density: { kind: 'api-gravity', value: '24.96', at: { temperature: { value: '60', unit: 'FAH' } } },
      },
      reported: { netStandardVolume: { value: '24000', unit: 'BLL', base: '60F' }, apiGravity60F: '25.0' },
    },
    ...{ versions: [], crossings: [], findings: [] },
  };
  await openPortal(`${at}/2026-08/tickets/${encodeURIComponent(digest)}`, {
    [`GET ${api}`]: detail,
    [`GET ${api}/months/2026-08/tickets/${encodeURIComponent(digest)}`]: ticket,
  });
  expect(screen.getByText('api gravity 24.96 at 60 degree Fahrenheit (FAH)')).toBeTruthy();
  expect(screen.getByText('25.0')).toBeTruthy();
});

test("the broker's sheet has one part for each owner, with the papers that it rests on", async () => {
  const sheet: BrokerSheet = {
    ...{ line, month: '2026-08', owner: aurora, process: month.process, entries: month.entries },
    ...{ days: [], total: '720000', evidenceTotal: 1, findings: [], entered: [], digest },
    evidence: [{ digest, type: 'MeasurementTicket', number: 'T-1', issuer: 'Sample Borealis' }],
  };
  await openPortal(`${at}/2026-08/sheet`, { [`GET ${api}/months/2026-08/sheets`]: { items: [sheet] } });
  expect(screen.getByRole('region', { name: 'Sample Aurora: Sample line 1, August 2026' })).toBeTruthy();
  expect(screen.getByText('Rests on 1 signed paper')).toBeTruthy();
});

test('words', () => {
  expect(monthWords('2026-08')).toBe('August 2026');
  expect(originWords([{ role: 'diluent', percent: '28' }])).toBe('28% diluent of unknown origin');
  expect(isOver({ imbalance: '-744.001', allowed: '744' })).toBe(true);
  expect(isOver({ imbalance: '744', allowed: '744.000' })).toBe(false);
});

test('names of the trade, units and moments are told as people read them', () => {
  expect(lotName('urn:sample:borealis:batch:2026-05-1')).toBe('2026-05-1');
  expect(lotName('meter T-1')).toBe('meter T-1');
  expect(volumeWords({ value: '24000', unit: 'BLL', base: '60F' })).toBe('24,000 bbl at 60 °F');
  const said =
    'Transfer T-1 took effect at 2026-05-05T17:00:00.000Z, after 11250 barrels of urn:sample:borealis:batch:2026-05-1.';
  expect(plainText(said, 'America/Chicago')).toBe(
    'Transfer T-1 took effect at May 5, 2026, 12:00 PM CDT, after 11,250 barrels of 2026-05-1.',
  );
});

test('a time by the clock of the meter is one moment, also where the clock changes', () => {
  expect(instantAt('2026-05-05T12:00', 'America/Chicago')).toBe('2026-05-05T17:00:00Z');
  expect(shownIn(Date.parse('2026-05-05T17:00:00Z'), 'America/Chicago')).toBe('2026-05-05T12:00');
  expect(instantAt('2026-11-01T01:30', 'America/Chicago')).toBe('2026-11-01T06:30:00Z');
  expect(instantAt('2026-03-08T02:30', 'America/Chicago')).toBeUndefined();
  expect(instantAt('', 'America/Chicago')).toBeUndefined();
});

test('an owner is told its own part of a day, and nothing of how the whole line closes', async () => {
  const days = [
    { ...day(1), owners: [{ ...aurora, volume: '20250' }] },
    { ...day(2), owners: [], origin: [] },
  ];
  await openPortal(`${at}/2026-08`, {
    [`GET ${api}`]: detail,
    [`GET ${api}/months/2026-08`]: { ...month, days, role: 'owner' },
    [`GET ${api}/months/2026-08/flow`]: flow,
  });
  const board = within(screen.getByRole('list', { name: 'Days of the month' }));
  expect(board.getByText('20,250 of 24,000')).toBeTruthy();
  expect(board.getByText('none of 24,000')).toBeTruthy();
  expect(screen.queryByText(/allowed/)).toBeNull();
});

test('a sale is tried before it is signed, and a refused one cannot be signed', async () => {
  const finding = {
    ...{ code: 'OIL_TITLE_SOLD_TWICE', severity: 'refused', fault: 'signer', evidence: [] },
    ...{ message: 'Passes what was sold before.', mend: 'Sell what is left.' },
  };
  const { sent } = await openPortal(`${at}/2026-08/sell`, {
    [`GET ${api}`]: detail,
    [`GET ${api}/months/2026-08`]: month,
    'GET /api/recipients?q=coulee': { items: [coulee] },
    'POST /api/pipelines/titles/preview': {
      month: '2026-08',
      known: true,
      owned: '500',
      findings: [finding],
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'See what it would do' }));
  expect(await screen.findByText('No buyer is chosen.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Number of the transfer'), { target: { value: 'S-1' } });
  fireEvent.change(screen.getByLabelText('Batch'), { target: { value: batch } });
  fireEvent.change(screen.getByLabelText('When title passes'), { target: { value: '2026-08-05T12:00' } });
  fireEvent.change(screen.getByLabelText(/Find the buyer/), { target: { value: 'coulee' } });
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  await screen.findByRole('radio', { name: /Sample Coulee/ });
  fireEvent.click(screen.getByRole('button', { name: 'See what it would do' }));
  expect(await screen.findByText(/Passes what was sold before/)).toBeTruthy();
  expect(screen.getByText('500 bbl')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Sign, and send/ })).toBeNull();
  const tried = sent.find(({ path }) => path.endsWith('/preview'))?.body as { document: object };
  expect(tried.document).toMatchObject({ batch, effectiveAt: '2026-08-05T17:00:00Z', buyer: coulee });
  expect('price' in tried.document).toBe(false);
});
