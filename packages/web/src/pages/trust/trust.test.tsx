import type { OversightAct, Policy } from '@portolan/parties';
import { samplePolicy } from '@portolan/programs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';
import { sampleActs, sampleParty } from '../../testing/sample-standing.ts';
import { sampleSession } from '../../testing/samples.ts';
import { appealsOf, overridesOf } from './oversight.ts';
import { nextVersion } from './proposal.ts';

const lead = {
  ...sampleSession,
  face: 'lead',
  member: { ...sampleSession.member, role: 'lead' },
  tenant: { ...sampleSession.tenant, kind: 'agency', name: 'Sample Customs Agency' },
};
const published = {
  policy: samplePolicy,
  digest: `sha256:${'0a'.repeat(32)}`,
  publishedAt: '2026-01-02T12:00:00.000Z',
  by: 'Sample Lead',
  reason: 'First policy.',
};
const answers = { 'GET /api/session': lead, 'GET /api/policies': { items: [published] } };

test('a trial says how many standings would change, and which and why', async () => {
  const { sent } = await openPortal('/trust/simulate', {
    ...answers,
    'POST /api/policies/simulate': {
      compared: 6,
      changes: [
        {
          ...{ subject: sampleParty, name: 'Sample Orchard Cooperative', role: 'any' },
          ...{ from: 'established', to: 'known', direction: 'lowered' },
          reasons: [
            { code: 'X', path: '', fault: 'holder', message: 'Too old by then.', mend: 'Ask again.' },
          ],
        },
      ],
      levels: [{ level: 'known', before: 1, after: 2 }],
    },
  });
  expect(screen.queryByRole('button', { name: /^Publish version/ })).toBeNull();
  fireEvent.change(document.getElementById('field-kinds-0-freshForDays') as HTMLElement, {
    target: { value: '90' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Simulate' }));
  const result = within(await screen.findByRole('region', { name: 'What it would change' }));
  expect(
    result.getByText('This policy would change 1 standing of 6 standings compared: this one.'),
  ).toBeTruthy();
  expect(result.getByRole('link', { name: 'Sample Orchard Cooperative' })).toBeTruthy();
  expect(result.getByText('Too old by then.')).toBeTruthy();
  const policy = (sent.find(({ method }) => method === 'POST')?.body as { policy: Policy } | undefined)
    ?.policy;
  expect([policy?.version, policy?.publisher, policy?.kinds[0]?.freshForDays]).toEqual([
    '2',
    lead.tenant.did,
    90,
  ]);
  expect(screen.getByRole('button', { name: 'Publish version 2' })).toBeTruthy();
});

test('what was changed after the trial has to be tried again before it is published', async () => {
  await openPortal('/trust/simulate', {
    ...answers,
    'POST /api/policies/simulate': { compared: 6, changes: [], levels: [] },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Simulate' }));
  expect(await screen.findByRole('button', { name: 'Publish version 2' })).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: 'Version' }), { target: { value: '3' } });
  expect(screen.queryByRole('button', { name: /^Publish version/ })).toBeNull();
});

test('an appeal is heard with a reason, against the act that it names', async () => {
  const { sent } = await openPortal('/trust/appeals', {
    'GET /api/session': lead,
    'GET /api/oversight/acts': { items: sampleActs },
    'GET /api/standings?limit=200': { items: [{ subject: sampleParty, name: 'Sample Orchard' }] },
    'POST /api/oversight/acts': { act: {} },
  });
  expect(screen.getByText('Barred: Visit of 3 June. (Sample Lead)')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Uphold/ }));
  fireEvent.change(document.getElementById('reason-uphold-p1') as HTMLElement, {
    target: { value: 'So it was.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Uphold' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      act: 'decide-appeal',
      members: { appeal: 'p1', outcome: 'upheld' },
      reason: 'So it was.',
    }),
  );
});

test('open appeals come first, and an override that was lifted is gone', () => {
  const decided: OversightAct = {
    act: 'decide-appeal',
    ...{ id: 'd1', at: '2026-06-05T12:00:00.000Z', appeal: 'p1' },
    ...{ agency: 'did:web:agency.example', by: 'Sample Lead', reason: 'So.' },
    outcome: 'upheld',
  };
  const lifted: OversightAct = {
    act: 'lift-override',
    ...{ id: 'l1', at: '2026-06-05T12:00:00.000Z', override: 'o1' },
    ...{ agency: 'did:web:agency.example', by: 'Sample Lead', reason: 'So.' },
  };
  expect(appealsOf(sampleActs)[0]?.decided).toBeUndefined();
  expect(appealsOf([...sampleActs, decided])[0]?.decided?.id).toBe('d1');
  expect(overridesOf(sampleActs).map(({ id }) => id)).toEqual(['o1']);
  expect(overridesOf([...sampleActs, lifted])).toEqual([]);
});

test('the audit is filtered by words and kind', async () => {
  await openPortal('/trust/acts?q=visit', {
    'GET /api/session': lead,
    'GET /api/oversight/acts': { items: sampleActs },
  });
  expect(screen.getByText('Barred')).toBeTruthy();
  expect(screen.queryByText('Its key was lost.')).toBeNull();
});

test('the next version counts its last number up', () => {
  expect(nextVersion('1')).toBe('2');
  expect(nextVersion('2.9')).toBe('2.10');
});
