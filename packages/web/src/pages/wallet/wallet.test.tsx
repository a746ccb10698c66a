import type { WalletRequest } from '@portolan/contract';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPortal, problem } from '../../testing/portal.tsx';

const request: WalletRequest = {
  ...{ id: 'r1', purpose: 'Check of heat 4711', state: 'open', refusals: [], credentials: [] },
  ...{ createdAt: '2026-06-10T16:00:00.000Z', expiresAt: '2026-06-10T16:10:00.000Z' },
  uri: 'openid4vp://?client_id=x&request_uri=https%3A%2F%2Fnode.example%2Fr1',
};
const { uri: _uri, ...closed } = request;
const answered: WalletRequest = {
  ...{ ...closed, state: 'answered', answeredAt: '2026-06-10T16:01:00.000Z', holder: 'did:key:z6MkHolder' },
  credentials: [
    {
      ...{
        query: 'asked',
        issuer: 'did:key:z6MkMill',
        form: 'vc+sd-jwt',
        digest: `sha256:${'1'.repeat(64)}`,
      },
      types: ['VerifiableCredential', 'MillTestReportCredential'],
      credential: { credentialSubject: { heat: '4711' } },
    },
  ],
};

test('a request is made from what is asked, and leads to its code', async () => {
  const { sent, router } = await openPortal('/wallet', {
    'GET /api/openid4vp/requests': { items: [], total: 0 },
    'POST /api/openid4vp/requests': request,
    'GET /api/openid4vp/requests/r1': request,
  });
  fireEvent.change(screen.getByRole('textbox', { name: /For what/ }), {
    target: { value: 'Check of heat 4711' },
  });
  fireEvent.change(screen.getByRole('textbox', { name: /Type of credential/ }), {
    target: { value: 'MillTestReportCredential' },
  });
  fireEvent.change(screen.getByRole('textbox', { name: /claim that must be shown/ }), {
    target: { value: 'credentialSubject.heat' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Make the code' }));
  await screen.findByRole('img', { name: 'Code that leads a wallet to this request' });
  expect(router.state.location.pathname).toBe('/wallet/r1');
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    purpose: 'Check of heat 4711',
    credentials: [
      {
        ...{ id: 'asked', types: ['MillTestReportCredential'], format: 'ldp_vc' },
        claims: [['credentialSubject', 'heat']],
      },
    ],
  });
});

test('what a wallet brought is shown, with who signed and who holds it', async () => {
  await openPortal('/wallet/r1', { 'GET /api/openid4vp/requests/r1': answered });
  expect(screen.getByRole('heading', { name: 'MillTestReportCredential' })).toBeTruthy();
  expect(screen.getByText('vc+sd-jwt')).toBeTruthy();
  expect(screen.queryByRole('img', { name: /Code/ })).toBeNull();
});

test('a verifier’s request is read, one credential chosen, and the answer signed', async () => {
  const digest = `sha256:${'2'.repeat(64)}`;
  const { sent } = await openPortal('/wallet', {
    'GET /api/openid4vp/requests': { items: [answered], total: 1 },
    'POST /api/openid4vp/read': {
      ...{ verifier: 'decentralized_identifier:did:key:z6MkVerifier', responseUri: 'https://v.example/r' },
      ...{
        nonce: 'n',
        queries: [
          {
            id: 'q',
            types: ['PurchaseOrder'],
            candidates: [{ digest, title: 'Order PO-1', type: 'PurchaseOrder' }],
          },
        ],
      },
    },
    'POST /api/openid4vp/answers': { responseUri: 'https://v.example/r', form: { vp_token: '{}' } },
  });
  fireEvent.change(screen.getByRole('textbox', { name: /Request object/ }), {
    target: { value: 'eyJh.eyJh.AAAA' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Read it' }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Order PO-1' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign the answer' }));
  await screen.findByRole('button', { name: 'Save the form' });
  const signed = sent.find(({ path }) => path === '/api/openid4vp/answers');
  expect(signed?.body).toEqual({ request: 'eyJh.eyJh.AAAA', credentials: [{ query: 'q', digest }] });
});

test('a node without TLS says why no wallet can be asked', async () => {
  await openPortal('/wallet', {
    'GET /api/openid4vp/requests': { items: [], total: 0 },
    'POST /api/openid4vp/requests': problem(409, 'NODE_WALLET_INSECURE'),
  });
  fireEvent.change(screen.getByRole('textbox', { name: /For what/ }), { target: { value: 'x' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Type of credential/ }), { target: { value: 'x' } });
  fireEvent.click(screen.getByRole('button', { name: 'Make the code' }));
  expect(await screen.findByText(/Message of NODE_WALLET_INSECURE/)).toBeTruthy();
});
