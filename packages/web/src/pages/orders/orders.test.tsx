import type { OrderSummary, OrderView, TablePreviewView } from '@portolan/contract';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { layoutGraph } from './graph-layout.ts';

const id = `sha256:${'a'.repeat(64)}`;
const invoice = `sha256:${'b'.repeat(64)}`;
const summary: OrderSummary = {
  ...{ id, number: 'PO-77', buyer: 'Sample Harbor Foods', seller: 'Sample Valle Verde', date: '2026-06-01' },
  ...{ standing: 'part-shipped', lines: 2, open: 1, refer: 1, warn: 0 },
};
const sums = {
  ...{ ordered: '1000', confirmed: '0', invoiced: '1100', packed: '1000' },
  ...{ shipped: '1000', arrived: '0', entered: '0', open: '1000' },
};
const view: OrderView = {
  order: {
    ...{ order: id, number: 'PO-77', buyer: 'Sample Harbor Foods', seller: 'Sample Valle Verde' },
    standing: 'part-shipped',
    lines: [
      {
        ...{ order: id, line: { node: id, line: '/lines/0' }, number: '1', description: 'Bell peppers' },
        ...{ unit: 'KGM', cancelled: false, sums, unlike: [] },
      },
    ],
  },
  nodes: [
    { id, stage: 'order', type: 'PurchaseOrder', number: 'PO-77', lines: 1 },
    { id: invoice, stage: 'invoice', type: 'CommercialInvoice', number: 'INV-9', lines: 1 },
  ],
  edges: [{ from: { node: id }, to: { node: invoice }, by: 'it names order PO-77', strength: 'stated' }],
  edgesLeftOff: 0,
  findings: [
    {
      ...{ kind: 'over-invoiced', severity: 'refer', order: id, line: '1', sides: [] },
      ...{ message: '1100 KGM of line 1 is invoiced.', mend: 'Ask the seller.' },
    },
  ],
};

test('the list of orders says how far each has come and whether its papers agree', async () => {
  await openPortal('/orders', { 'GET /api/orders': { items: [summary], total: 1 } });
  expect(screen.getByRole('link', { name: 'PO-77' }).getAttribute('href')).toBe(`/orders/${id}`);
  expect(screen.getByText('Shipped in part', { selector: 'td' })).toBeTruthy();
  expect(screen.getByText('1 to decide')).toBeTruthy();
});

test('what is older than the orders reach is counted, never left out in silence', async () => {
  const leftOff = { papers: 12, filings: 0, events: 1 };
  await openPortal('/orders', { 'GET /api/orders': { items: [summary], total: 1, leftOff } });
  expect(screen.getByText(/Older than these orders reach: 12 papers, 0 filings, 1 event\./)).toBeTruthy();
});

test('stations of an entry lead to the entry', async () => {
  const station = { id: 'f', stage: 'liquidation' as const, type: 'liquidation' as const };
  const nodes = [...view.nodes, { ...station, number: 'ZZ9-0000103-5', date: '2026-11-05', lines: 0 }];
  await openPortal(`/orders/${id}`, { [`GET /api/orders/${encodeURIComponent(id)}`]: { ...view, nodes } });
  const link = screen.getByRole('link', { name: 'ZZ9-0000103-5' });
  expect(link.getAttribute('href')).toBe('/entries/ZZ9-0000103-5');
});

test('one order shows its sums, its findings, and the picture with tables that say the same', async () => {
  await openPortal(`/orders/${id}`, { [`GET /api/orders/${encodeURIComponent(id)}`]: view });
  expect(within(screen.getByRole('region', { name: 'Lines' })).getByText('1,100')).toBeTruthy();
  expect(screen.getByText('1100 KGM of line 1 is invoiced.')).toBeTruthy();
  const graph = within(screen.getByRole('region', { name: 'From order to liquidation' }));
  expect(graph.getAllByRole('img', { name: /Picture of 2 papers and 1 line;/ }).length).toBe(2);
  expect(graph.getByText('it names order PO-77')).toBeTruthy();
});

test('papers of one station stand beside each other, stations below each other', () => {
  const many = [view.nodes[0], ...['1', '2', '3'].map((number) => ({ ...view.nodes[1], id: number }))];
  const layout = layoutGraph(many as typeof view.nodes, [], 2);
  expect(layout.papers.map(({ y }) => y)).toEqual([47, 141, 141, 235]);
});

test('what the columns of a spreadsheet mean is said once and remembered', async () => {
  const preview: TablePreviewView = {
    ...{ fingerprint: invoice, headings: ['Menge', 'Ware'], rows: [['200', 'Mangos']], remembered: false },
    proposal: { document: 'PurchaseOrder', columns: { Menge: '', Ware: '' } },
    fields: {
      PurchaseOrder: ['lines.description', 'lines.quantity.value'],
      CommercialInvoice: [],
      PackingList: [],
    },
  };
  const { sent } = await openPortal('/orders/columns', {
    'GET /api/column-mappings': { items: [] },
    'POST /api/column-mappings': { fingerprint: invoice, name: 'Sample Seller', mapping: preview.proposal },
  });
  const send = window.XMLHttpRequest;
  class Sending {
    upload = {};
    status = 200;
    responseText = JSON.stringify(preview);
    onload?: () => void;
    open() {}
    setRequestHeader() {}
    send() {
      this.onload?.();
    }
  }
  window.XMLHttpRequest = Sending as unknown as typeof XMLHttpRequest;
  fireEvent.change(screen.getByLabelText('Choose files'), { target: { files: [new File(['x'], 'a.csv')] } });
  const field = await screen.findByLabelText('Field of Menge');
  window.XMLHttpRequest = send;
  fireEvent.change(field, { target: { value: 'lines.quantity.value' } });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Sample Seller' } });
  fireEvent.click(screen.getByRole('button', { name: 'Remember' }));
  expect(await screen.findByText(/^Remembered\. Drop the file/)).toBeTruthy();
  const body = sent.find(({ method }) => method === 'POST')?.body as { mapping: { columns: unknown } };
  expect(body.mapping.columns).toEqual({ Menge: 'lines.quantity.value', Ware: '' });
});
