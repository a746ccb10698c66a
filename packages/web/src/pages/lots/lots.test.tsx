import type { LotTrace, LotView } from '@portolan/contract';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../../testing/portal.tsx';
import { familyOf, flowOf, journeyOf, lanesOf } from './picture-data.ts';
import { emptyRow, eventOf } from './step.ts';
import { amountWords, lotAddress, nameIn, shortLot } from './words.ts';

const mill = { id: 'did:example:mill', name: 'Sample Mill' };
const heat = 'urn:portolan:heat:did%3Aexample%3Amill:A26';
const coil = 'urn:sample:coil:12';
const row = (lot: string, left: string) => ({
  ...{ lot, commodity: 'steel', unit: 'KGM', pool: false, made: '2026-06-01T08:00:00.000Z' },
  ...{ produced: '1000', left, owner: mill, open: 0 },
});
const trace: LotTrace = {
  lot: coil,
  lots: [
    { ...row(heat, '0'), generation: -1 },
    { ...row(coil, '900'), generation: 0 },
  ],
  steps: [
    {
      ...{
        event: 'pour',
        kind: 'produce',
        at: '2026-06-01T08:00:00.000Z',
        by: mill,
        place: 'Monterrey works, MX',
      },
      ...{ inputs: [], outputs: [{ lot: heat, quantity: { value: '1000', unit: 'KGM' } }], losses: [] },
    },
    {
      ...{
        event: 'roll',
        kind: 'transform',
        at: '2026-06-02T08:00:00.000Z',
        by: mill,
        place: 'geo:29.7,-95.3 Houston',
      },
      inputs: [{ lot: heat, quantity: { value: '1', unit: 'TNE' } }],
      outputs: [{ lot: coil, quantity: { value: '900', unit: 'KGM' } }],
      losses: [{ quantity: { value: '100', unit: 'KGM' }, reason: 'scale' }],
    },
  ],
  links: [
    { event: 'roll', from: heat, to: coil, amount: '0.9', unit: 'TNE' },
    { event: 'roll', from: heat, amount: '0.1', unit: 'TNE' },
  ],
  cut: [],
};
const refusal = {
  ...{ code: 'TRACE_OVERDRAWN', path: '/inputs/0/quantity', fault: 'signer' as const },
  ...{ message: 'Lot 12 has 900 left; the step takes 901.', mend: 'Take no more than is left.' },
};
const lot: LotView = {
  ...row(coil, '900'),
  attributes: { heat: 'A26' },
  account: { opening: '0', received: '900', dispatched: '0', lost: '0', closing: '900' },
  holders: [{ what: 'title', holder: mill, since: '2026-06-02T08:00:00.000Z' }],
  composition: { made: [], left: [{ key: 'melt=MX', amount: '900', percent: '100.00' }] },
  ...{ stocks: [], findings: [] },
  notCounted: [
    {
      ...{ event: 'cut', kind: 'split', at: '2026-06-03T08:00:00.000Z', knownAt: '2026-06-03T08:00:00.000Z' },
      ...{ by: mill, lots: [coil], state: 'refused', refusals: [refusal] },
    },
  ],
};
const path = `/api/lots/${encodeURIComponent(coil)}`;
const answers = {
  [`GET ${path}`]: lot,
  [`GET ${path}/trace?generations=12&lots=400`]: trace,
  [`GET ${path}/became`]: {
    ...{ lot: coil, commodity: 'steel', unit: 'KGM', produced: '900', ever: [], ended: [] },
    left: [
      {
        lot: coil,
        commodity: 'steel',
        unit: 'KGM',
        pool: false,
        amount: '900',
        of: '900',
        percent: '100.00',
      },
    ],
  },
  [`GET ${path}/movements`]: { items: [] },
};

test('names and amounts are for people', () => {
  expect(shortLot(heat)).toBe('A26');
  expect(shortLot('urn:sample:bundle:2606-118')).toBe('2606-118');
  expect(shortLot('urn:sample:cut:a')).toBe('cut:a');
  expect(amountWords('9500.125', 'MTQ', '15C')).toBe('9,500.125 m³ at 15C');
});

test('a picture shows what the trace says, in one unit, the lost apart', () => {
  expect(familyOf(trace).links).toEqual([{ from: heat, to: coil }]);
  expect(flowOf(trace).links.map(({ to, size, words }) => [to, size, words])).toEqual([
    [coil, 900, '0.9 t'],
    ['lost', 100, '0.1 t'],
  ]);
  const { stops, legs } = journeyOf(trace);
  expect(stops.map(({ name, country, latitude }) => [name, country, latitude])).toEqual([
    ['Monterrey works, MX', 'MX', undefined],
    ['Houston', undefined, 29.7],
  ]);
  expect(legs).toHaveLength(1);
  expect(lanesOf(trace, lot).map(({ name, marks }) => [name, marks.length])).toEqual([
    ['A26', 2],
    ['coil:12', 2],
  ]);
});

test('the page of a lot tells what is left, what it is made of, and what was refused with its mend', async () => {
  await openPortal(`/lots/${encodeURIComponent(coil)}`, answers);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Lot coil:12');
  expect(screen.getByText('Take no more than is left.')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Made of' })).getByText('melt: MX')).toBeTruthy();
  for (const picture of [
    'Family of coil:12: 2 lots',
    'Flow through coil:12: 2 bands',
    'Time line of coil:12 and its family',
  ])
    expect(screen.getByRole('region', { name: picture })).toBeTruthy();
  expect(await screen.findByRole('img', { name: /^Journey of coil:12: 2 places/ })).toBeTruthy();
  expect(screen.getAllByText('The same as a table')).toHaveLength(4);
}, 20_000);

test('lots are listed with their state in the address', async () => {
  await openPortal('/lots?q=12&state=left', {
    'GET /api/lots?q=12&state=left': {
      items: [{ ...row(coil, '900'), attributes: {} }],
      total: 1,
      atLeast: false,
    },
  });
  const link = screen.getByRole('link', { name: 'coil:12' });
  expect(link.getAttribute('href')).toBe(`/lots/${encodeURIComponent(coil)}`);
});

test('a step that contradicts the ledger is refused with its mend', async () => {
  const { sent } = await openPortal('/trace/new', {
    'GET /api/lots?limit=1': { items: [], total: 0, atLeast: false },
    'POST /api/trace/events': problem(422, 'TRACE_OVERDRAWN', '/event/inputs/0/quantity'),
  });
  const type = (label: string, values: readonly string[]) => {
    for (const [index, field] of screen.getAllByLabelText(label).entries())
      fireEvent.change(field, { target: { value: values[index] ?? '' } });
  };
  type('Lot', ['12', '12-a']);
  type('Commodity', ['steel']);
  type('Amount', ['901', '901', '']);
  fireEvent.click(screen.getByRole('button', { name: 'Sign and enter' }));
  await waitFor(() => expect(screen.getByText('Mend of TRACE_OVERDRAWN')).toBeTruthy());
  const quantity = { value: '901', unit: 'KGM' };
  expect(sent.at(-1)?.body).toEqual({
    event: {
      ...{ kind: 'split', losses: [], inputs: [{ lot: '12', quantity }] },
      outputs: [{ lot: '12-a', commodity: 'steel', quantity }],
    },
  });
}, 20_000);

test('a step is written as the ledger reads it', () => {
  const form = {
    ...{
      kind: 'lose' as const,
      at: '2026-06-05T08:00',
      place: ' Yard ',
      about: emptyRow,
      from: '',
      to: '',
      corrects: '',
    },
    inputs: [{ ...emptyRow, lot: 'coil', value: '5', reason: 'rust' }],
    ...{ outputs: [emptyRow], losses: [emptyRow] },
  };
  expect(eventOf(form)).toEqual({
    ...{ kind: 'lose', at: '2026-06-05T08:00:00Z', place: 'Yard' },
    inputs: [{ lot: 'coil', quantity: { value: '5', unit: 'KGM' } }],
    outputs: [],
    losses: [{ quantity: { value: '5', unit: 'KGM' }, reason: 'rust' }],
  });
});

test('a name with an escaped slash comes back from its address as it was', () => {
  for (const name of ['rack%2F7', 'rack/7', 'urn:sample:did%3Aexample:7', '100 %'])
    expect(nameIn({ url: `https://node.example${lotAddress(name)}?from=2026-06-01` })).toBe(name);
});

test('a lot that rests on a revoked document says so, apart from its stocks', async () => {
  const finding = {
    ...{ code: 'NODE_LOT_DOCUMENT_REVOKED', path: '', fault: 'signer' },
    ...{ message: 'The lot rests on a document that was revoked.', mend: 'Ask the signer.' },
  };
  const rack = `/api/lots/${encodeURIComponent('rack%2F7')}`;
  const renamed = Object.entries(answers).map(([key, answer]) => [key.replace(path, rack), answer]);
  await openPortal(lotAddress('rack%2F7'), {
    ...Object.fromEntries(renamed),
    [`GET ${rack}`]: { ...lot, findings: [finding] },
  });
  const rests = screen.getByRole('region', { name: 'Rests on withdrawn documents' });
  expect(within(rests).getByText('The lot rests on a document that was revoked.')).toBeTruthy();
  expect(screen.getAllByText('Ask the signer.')).toHaveLength(1);
}, 20_000);

test('an event that was signed by itself is sent like a document', async () => {
  const digest = `sha256:${'7'.repeat(64)}`;
  await openPortal('/trace/cut%201', {
    'GET /api/trace/events/cut%201': {
      ...{
        event: 'cut 1',
        kind: 'split',
        at: '2026-06-03T08:00:00.000Z',
        knownAt: '2026-06-03T08:00:00.000Z',
      },
      ...{ by: mill, lots: [coil], state: 'accepted', refusals: [], source: digest },
      ...{ body: { id: 'cut 1' }, credential: { type: ['TraceEvent'] } },
    },
    [`GET /api/sendings?digest=${encodeURIComponent(digest)}`]: { items: [] },
  });
  const send = screen.getByRole('region', { name: 'Send it' });
  expect(within(send).getByRole('button', { name: 'Choose a receiver to send' })).toBeTruthy();
}, 20_000);
