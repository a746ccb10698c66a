import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../testing/portal.tsx';
import { sampleRow, sampleWork } from '../testing/sample-views.ts';
import { sampleSession } from '../testing/samples.ts';

const work = { items: [sampleWork], counts: {}, asOf: '2026-06-13T17:00:00.000Z' };
const entries = { items: [sampleRow], total: 1 };

test('the work list says why, in which state and when', async () => {
  await openPortal('/', { 'GET /api/work': work });
  expect(screen.getByRole('link', { name: sampleWork.title })).toBeTruthy();
  expect(screen.getByText('The agency asked on line 1')).toBeTruthy();
  expect(screen.getByText('in 30 days')).toBeTruthy();
});

test('the navigation is that of the face', async () => {
  await openPortal('/', { 'GET /api/work': work, 'GET /api/session': { ...sampleSession, face: 'lead' } });
  const pages = within(screen.getByRole('navigation', { name: 'Primary' })).getAllByRole('link');
  expect(pages.map((link) => link.textContent)).toContain('Trust register');
});

test('focus goes to the title of the next page, whose name is the window’s', async () => {
  await openPortal('/', { 'GET /api/work': work, 'GET /api/entries': entries });
  const primary = screen.getByRole('navigation', { name: 'Primary' });
  fireEvent.click(within(primary).getByRole('link', { name: 'Entries' }));
  const title = await screen.findByRole('heading', { level: 1, name: 'Entries' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(document.title).toBe('Entries · Portolan');
});

test('someone not signed in is led to sign in and back', async () => {
  const { router } = await openPortal('/entries?q=mango', {
    'GET /api/session': null,
    'GET /api/entries?q=mango': problem(401, 'NODE_SIGN_IN_REQUIRED'),
    'GET /api/session/members': { items: [] },
  });
  expect(router.state.location.pathname + router.state.location.search).toBe(
    '/sign-in?next=%2Fentries%3Fq%3Dmango',
  );
});

test('a search is kept in the address', async () => {
  const { router } = await openPortal('/entries', {
    'GET /api/entries': entries,
    'GET /api/entries?q=mango&state=asked': { items: [], total: 0 },
  });
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'mango' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'State' }), { target: { value: 'asked' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByText('No entry here.')).toBeTruthy();
  expect(router.state.location.search).toBe('?q=mango&state=asked');
});

test('an address that names nothing says so', async () => {
  await openPortal('/nowhere', {});
  expect(screen.getByRole('heading', { level: 1, name: 'Page not found' })).toBeTruthy();
});

test('a refused page says why and how to mend it', async () => {
  await openPortal('/queue', { 'GET /api/queue': problem(403, 'NODE_AGENCY_ONLY') });
  expect(screen.getByRole('heading', { level: 1, name: 'This record isn’t yours to see' })).toBeTruthy();
  expect(screen.getByText('Mend of NODE_AGENCY_ONLY')).toBeTruthy();
});

test('a foreign address to go on to is not followed', async () => {
  const { router } = await openPortal('/sign-in?next=//evil.example', {
    'GET /api/session': null,
    'GET /api/session/members': {
      items: [
        { id: 'm', name: 'Sample Person', role: 'filer', tenant: { slug: 's', name: 'Sample', roles: [] } },
      ],
    },
    'POST /api/session': sampleSession,
    'GET /api/work': work,
  });
  fireEvent.click(screen.getByRole('button', { name: /Sample Person/ }));
  await screen.findByRole('heading', { level: 1, name: 'Work' });
  expect(router.state.location.pathname).toBe('/');
});
