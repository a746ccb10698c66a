import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleDossier, sampleRequest } from '../../testing/sample-views.ts';

const path = `/requests/${sampleRequest.id}`;
const answers = { [`GET /api/requests/${sampleRequest.id}`]: sampleRequest };

test('what was disclosed to the agency alone is said to be answered, and no more', async () => {
  await openPortal(path, answers);
  expect(screen.getByText('Answered. What it says was disclosed to the agency alone.')).toBeTruthy();
});

test('the clock says how much time is left and who moves next', async () => {
  await openPortal(path, answers);
  expect(screen.getByText('30 days left')).toBeTruthy();
  expect(screen.getByText('the grower')).toBeTruthy();
});

test('an answer carries its words and who may read it', async () => {
  const bodies: FormData[] = [];
  vi.spyOn(XMLHttpRequest.prototype, 'open').mockImplementation(() => {});
  vi.spyOn(XMLHttpRequest.prototype, 'setRequestHeader').mockImplementation(() => {});
  vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation((body) => {
    bodies.push(body as FormData);
  });
  await openPortal(path, answers);
  fireEvent.change(screen.getByRole('textbox', { name: 'Answer' }), {
    target: { value: 'Grown in Sinaloa.' },
  });
  fireEvent.click(screen.getByRole('radio', { name: /The agency only/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign and send the answer' }));
  expect(bodies[0]?.get('text')).toBe('Grown in Sinaloa.');
  expect(bodies[0]?.get('disclosure')).toBe('agency');
});

test('who is not asked to answer gets no form', async () => {
  await openPortal(path, { [`GET /api/requests/${sampleRequest.id}`]: { ...sampleRequest, may: [] } });
  expect(screen.queryByRole('button', { name: 'Sign and send the answer' })).toBeNull();
});

test('an officer asks from a template on the field that was chosen, without the questions struck', async () => {
  const template = {
    id: 'origin',
    subject: 'origin',
    title: 'Origin',
    explanation: 'How the goods came to originate.',
    questions: [
      { id: 'q1', text: 'Where were they grown?', wants: 'text' },
      { id: 'q2', text: 'Which records show it?', wants: 'document' },
    ],
    confidentialAnswer: true,
    days: 30,
    cite: '19 CFR 182.72',
  };
  const { sent } = await openPortal('/entries/ZZ9-0000103-5/ask?field=%2Flines%2F0%2Fhts', {
    'GET /api/entries/ZZ9-0000103-5': sampleDossier,
    'GET /api/request-templates': { items: [template] },
    'POST /api/entries/ZZ9-0000103-5/requests': sampleRequest,
    ...answers,
  });
  fireEvent.click(screen.getByRole('radio', { name: /Origin/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Which records show it?' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign and send the request' }));
  await screen.findByRole('heading', { level: 1, name: sampleRequest.title });
  expect(sent.find((request) => request.method === 'POST')?.body).toEqual({
    template: 'origin',
    field: '/lines/0/hts',
    questions: ['Where were they grown?'],
  });
});
