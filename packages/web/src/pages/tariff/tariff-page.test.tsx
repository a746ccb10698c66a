import type { TariffLineView } from '@portolan/contract';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleData, sampleHistory, sampleLine, sampleOutline } from '../../testing/sample-tariff.ts';
import { sampleSession } from '../../testing/samples.ts';

const { flags: _f, above: _a, date: _d, effective: _e, horizon: _h, ...line } = sampleLine;
const found: TariffLineView = line;

const lineAnswers = {
  'GET /api/tariff/lines/0804504045?date=2026-06-12': sampleLine,
  'GET /api/tariff/lines/0804504045/history': sampleHistory,
  'GET /api/tariff/outline/080450?date=2026-06-12': sampleOutline,
};

test('a search shows the lines of the edition with their rates', async () => {
  await openPortal('/tariff?q=mangoes', {
    'GET /api/tariff/lines?q=mangoes': { items: [found], edition: '2026-rev-10' },
  });
  expect(screen.getByRole('link', { name: '0804.50.40.45' }).getAttribute('href')).toBe('/tariff/0804504045');
  expect(screen.getByText('6.6¢/kg')).toBeTruthy();
});

test('digits of a heading show its rows as printed', async () => {
  await openPortal('/tariff?q=0804.50', {
    'GET /api/tariff/lines?q=0804.50': { items: [found], edition: '2026-rev-10' },
    'GET /api/tariff/outline/080450': sampleOutline,
  });
  expect(screen.getByText('Guavas, mangoes and mangosteens')).toBeTruthy();
});

test('the old address of a line leads to its page, with path, units, flags and notes', async () => {
  const { router } = await openPortal('/tariff?hts=0804504045&date=2026-06-12', lineAnswers);
  expect(router.state.location.pathname).toBe('/tariff/0804504045');
  expect(screen.getByRole('heading', { level: 1, name: 'HTS 0804.50.40.45' })).toBeTruthy();
  expect(screen.getByText('kilogram (KGM)')).toBeTruthy();
  expect(screen.getByText('FDA: required', { exact: false })).toBeTruthy();
  expect(screen.getByText('See 9903.01.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Price it' }).getAttribute('href')).toBe(
    '/tariff/duty?hts=0804504045&date=2026-06-12',
  );
});

test('the slider opens each edition and says what it changed; the table says the same', async () => {
  await openPortal('/tariff/0804504045?date=2026-06-12', lineAnswers);
  const slider = screen.getByRole('slider', { name: 'Edition' });
  expect(slider.getAttribute('aria-valuetext')).toContain('2026-rev-10');
  const part = within(screen.getByRole('region', { name: 'Through the editions' }));
  expect(part.getByText('General rate:', { exact: false })).toBeTruthy();
  fireEvent.change(slider, { target: { value: '0' } });
  expect(slider.getAttribute('aria-valuetext')).toContain('2025-rev-32');
  expect(part.getByRole('button', { name: 'Show the line of 2025-rev-32' })).toBeTruthy();
  expect(part.getByRole('table', { name: 'The line in every edition at hand' })).toBeTruthy();
});

test('data at hand names source, certainty and validity; who files may import and withdraw', async () => {
  const filer = { ...sampleSession, member: { ...sampleSession.member, role: 'filer' } };
  await openPortal('/tariff/data', {
    'GET /api/session': filer,
    'GET /api/tariff/data': { items: sampleData },
  });
  expect(screen.getByText('official')).toBeTruthy();
  expect(screen.getByText('Jan 1, 2025 to further notice', { exact: false })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Import' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Withdraw sample-cases' })).toBeTruthy();
});

test('who only looks is offered no import', async () => {
  await openPortal('/tariff/data', { 'GET /api/tariff/data': { items: sampleData } });
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Withdraw/ })).toBeNull();
});
