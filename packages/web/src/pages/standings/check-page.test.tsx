import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal } from '../../testing/portal.tsx';

const presentation = {
  type: ['VerifiablePresentation'],
  holder: 'did:key:zThief',
  verifiableCredential: [{ credentialSubject: { id: 'did:key:zOwner' } }],
  proof: { challenge: 'c-1', domain: 'https://customs.sample.example' },
};
const shown = { holder: 'did:key:zThief', challenge: 'c-1', domain: 'https://customs.sample.example' };
const stolen = {
  ...{ code: 'PARTY_HOLDER', path: '/verifiableCredential/0/credentialSubject', fault: 'issuer' },
  ...{ message: 'It is about somebody else.', mend: 'Ask whom it is about to show it.' },
};

async function drop(answer: unknown) {
  const { sent } = await openPortal('/standings/check', { 'POST /api/presentations/judge': answer });
  const file = new File([JSON.stringify(presentation)], 'presentation.json');
  fireEvent.change(screen.getByLabelText('Choose files'), { target: { files: [file] } });
  return sent;
}

test('a copy in the hands of somebody else cannot prove the key', async () => {
  const sent = await drop({ ...shown, proven: false, refusals: [stolen] });
  expect(await screen.findByText(/cannot prove the key of whom it is about/)).toBeTruthy();
  expect(screen.getByText(/It is about somebody else/)).toBeTruthy();
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual(presentation);
});

test('what its own holder shows is said to be proven, with the challenge to compare', async () => {
  await drop({ ...shown, proven: true, refusals: [] });
  expect(await screen.findByText('Shown by whom it is about, with the right key.')).toBeTruthy();
  expect(screen.getByText('c-1')).toBeTruthy();
});
