import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../../testing/portal.tsx';
import { sampleDossier, sampleDraft } from '../../testing/sample-views.ts';

const at = `/drafts/${sampleDraft.id}`;
const answers = { [`GET /api/drafts/${sampleDraft.id}`]: sampleDraft };

test('a value opens its document, verification and place, and Escape leads back to it', async () => {
  await openPortal(at, answers);
  const value = screen.getByRole('button', { name: /Description: ?Bell peppers, fresh.*Signed at source/ });
  fireEvent.click(value);
  const panel = screen.getByRole('region', { name: 'Where the value comes from' });
  expect(document.activeElement).toBe(panel);
  expect(within(panel).getByText('Unaltered since it was signed')).toBeTruthy();
  expect(within(panel).getByText('Revoked by its issuer.')).toBeTruthy();
  expect(within(panel).getByText('/lines/0/description')).toBeTruthy();
  fireEvent.keyDown(panel, { key: 'Escape' });
  expect(document.activeElement).toBe(value);
});

test('a fix is sent as typed values and can be undone', async () => {
  const { sent } = await openPortal(at, { ...answers, [`PATCH /api/drafts/${sampleDraft.id}`]: sampleDraft });
  fireEvent.click(screen.getByRole('button', { name: 'Drop the claim on line 2' }));
  const undo = await screen.findByRole('button', { name: /^Undo/ });
  expect(sent.find((request) => request.method === 'PATCH')?.body).toEqual({
    typed: { '/lines/1/spi': null },
  });
  fireEvent.click(undo);
  await waitFor(() =>
    expect(sent.filter((request) => request.method === 'PATCH').at(-1)?.body).toEqual({
      typed: {},
      undo: ['/lines/1/spi'],
    }),
  );
});

test('an answer to a question is sent under its pointer', async () => {
  const { sent } = await openPortal(at, { ...answers, [`PATCH /api/drafts/${sampleDraft.id}`]: sampleDraft });
  fireEvent.change(screen.getByRole('textbox', { name: 'Which bond covers this entry?' }), {
    target: { value: '9' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save the answers' }));
  await waitFor(() =>
    expect(sent.find((request) => request.method === 'PATCH')?.body).toEqual({
      typed: { '/bond/type': '9' },
    }),
  );
});

test('filing asks once more, then leads to the entry', async () => {
  const { router } = await openPortal(at, {
    ...answers,
    [`POST /api/drafts/${sampleDraft.id}/file`]: { entryNumber: 'ZZ9-0000103-5' },
    'GET /api/entries/ZZ9-0000103-5': sampleDossier,
  });
  fireEvent.click(screen.getByRole('button', { name: 'File' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign and file' }));
  await screen.findByRole('heading', { level: 1, name: 'Entry ZZ9-0000103-5' });
  expect(router.state.location.pathname).toBe('/entries/ZZ9-0000103-5');
});

test('a refused filing is summed up in focus, and leads to its field', async () => {
  await openPortal(at, {
    ...answers,
    [`POST /api/drafts/${sampleDraft.id}/file`]: problem(422, 'FILING_PORT', '/portOfEntry'),
  });
  fireEvent.click(screen.getByRole('button', { name: 'File' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign and file' }));
  const summary = await screen.findByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(within(summary).getByText('Mend of FILING_PORT')).toBeTruthy();
  fireEvent.click(within(summary).getByRole('link', { name: 'Message of FILING_PORT' }));
  expect(document.activeElement?.id).toBe('field-portOfEntry');
});

test('what the claims save is said', async () => {
  await openPortal(at, answers);
  expect(screen.getByText('329.38 USD')).toBeTruthy();
});

test("the organization's own tariff data stands apart: the agency decides with its own", async () => {
  const total = sampleDraft.evaluation?.duty?.totals.total;
  const items = [{ name: 'sample-own', title: 'edition of the Harmonized Tariff Schedule: sample-own' }];
  const ownData = { items, total: '113.58', answers: ['/exchange/rate'] };
  await openPortal(at, { [`GET /api/drafts/${sampleDraft.id}`]: { ...sampleDraft, ownData } });
  const section = screen.getByRole('heading', { name: 'With your data' }).closest('section');
  const text = section?.textContent ?? '';
  expect(text).toContain('Your data; the agency decides with its own.');
  expect(text).toContain('sample-own');
  expect(text).toContain(total ? `113.58 USD instead of ${total} USD` : 'would come to 113.58 USD');
  expect(text).toContain('it would answer 1');
});
