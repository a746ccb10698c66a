import type { AccreditationView, Review, TargetingRule } from '@portolan/contract';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleSession } from '../../testing/samples.ts';

const lead = {
  ...sampleSession,
  face: 'lead',
  tenant: { ...sampleSession.tenant, kind: 'agency', name: 'Sample Customs Agency' },
};

const accreditation: AccreditationView = {
  id: 'a1',
  did: 'did:key:z6MkSample',
  name: 'Sample Valle Verde Produce',
  credentialType: 'CertificationOfOrigin',
  from: '2026-01-01',
  state: 'active',
  reason: 'Registered producer',
  by: 'Sample Lead',
  at: '2026-01-01T00:00:00.000Z',
};

test('an accreditation is suspended only with a reason', async () => {
  const { sent } = await openPortal('/trust', {
    'GET /api/session': lead,
    'GET /api/trust': { items: [accreditation] },
    'POST /api/trust/a1/suspend': { ...accreditation, state: 'suspended' },
  });
  fireEvent.click(screen.getByRole('button', { name: /^Suspend ?Sample Valle Verde/ }));
  const confirm = screen.getByRole('button', { name: 'Suspend' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
  fireEvent.change(document.getElementById('reason-a1') as HTMLElement, { target: { value: 'Key lost.' } });
  fireEvent.click(confirm);
  await waitFor(() =>
    expect(sent.find((request) => request.method === 'POST')?.body).toEqual({
      suspended: true,
      reason: 'Key lost.',
    }),
  );
});

test('a member of trade reads the register and changes nothing', async () => {
  await openPortal('/trust', { 'GET /api/trust': { items: [accreditation] } });
  expect(screen.getByText('Sample Valle Verde Produce', { selector: 'th' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Suspend/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Accredit' })).toBeNull();
});

test('a rule says what it looks at, how much it weighs and since when', async () => {
  const rule: TargetingRule = {
    id: 'r1',
    name: 'Mangoes in June',
    subject: 'hts-prefix',
    value: '0804',
    weight: 20,
    refers: false,
    from: '2026-06-01',
    reason: 'Season',
    by: 'Sample Lead',
  };
  await openPortal('/rules', { 'GET /api/session': lead, 'GET /api/targeting': { items: [rule] } });
  expect(screen.getByText('HTS number beginning with: 0804')).toBeTruthy();
  expect(screen.getByText('Jun 1, 2026')).toBeTruthy();
});

const review: Review = {
  program: 'usmca-cafta',
  title: 'Review of the trial',
  hypothesis: 'Evidence signed at its source makes claims faster.',
  participants: ['Sample Customs Agency'],
  from: '2026-06-01',
  to: '2026-06-30',
  baseline: ['Form 28 by letter'],
  measures: [
    {
      id: 'receipt',
      side: 'technical',
      label: 'From filing to receipt',
      value: '120',
      unit: 'ms',
      cases: 3,
      counts: '3 of 3 under a second',
      threshold: 'at most 1,000 ms',
      met: true,
      sample: true,
    },
  ],
  registers: [
    {
      id: 'signature',
      side: 'legal',
      question: 'Is an electronic signature enough?',
      citation: '19 CFR 182.12',
      answer: '',
      owner: 'Counsel',
      status: 'open',
    },
  ],
  verdict: 'undecided',
  reasons: ['Fewer than 30 cases.'],
  sample: true,
  asOf: '2026-06-30T00:00:00.000Z',
};

test('the review marks sample data, judges its thresholds and takes an answer into a register', async () => {
  const { sent } = await openPortal('/review/usmca-cafta', {
    'GET /api/session': lead,
    'GET /api/assess/usmca-cafta': review,
    'POST /api/assess/usmca-cafta/registers/signature': review.registers[0],
  });
  expect(screen.getByText('Sample data')).toBeTruthy();
  expect(screen.getByText('at most 1,000 ms: met')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Answer', { selector: 'textarea' }), { target: { value: 'Yes.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent.find((request) => request.method === 'POST')?.body).toEqual({
      answer: 'Yes.',
      owner: 'Counsel',
      status: 'open',
    }),
  );
});
