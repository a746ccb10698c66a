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

const digest = `sha256:${'2'.repeat(64)}`;
const responseUri = 'https://v.example/r';

/** The page after a request was read and the one credential that fits was chosen. */
async function chosen(answer: object) {
  const portal = await openPortal('/wallet', {
    'GET /api/openid4vp/requests': { items: [answered], total: 1 },
    'POST /api/openid4vp/read': {
      ...{
        request: 'eyJh.eyJh.AAAA',
        verifier: 'decentralized_identifier:did:key:z6MkVerifier',
        responseUri,
      },
      nonce: 'n',
      queries: [
        {
          ...{ id: 'q', types: ['PurchaseOrder'] },
          candidates: [{ digest, title: 'Order PO-1', type: 'PurchaseOrder' }],
        },
      ],
    },
    'POST /api/openid4vp/answers': { responseUri, form: { vp_token: '{}' }, ...answer },
  });
  fireEvent.change(screen.getByRole('textbox', { name: /Request of the verifier/ }), {
    target: { value: 'openid4vp://?client_id=x&request_uri=https%3A%2F%2Fv.example%2Fo' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Read it' }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Order PO-1' }));
  return portal;
}

test('a verifier’s request is read, one credential chosen, and the answer signed and sent', async () => {
  const redirectUri = 'https://v.example/done';
  const { sent } = await chosen({
    delivery: { sent: true, status: 200, answer: '{}', redirectUri, refusals: [] },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Sign and send the answer' }));
  expect(await screen.findByText(/The verifier took it \(HTTP 200\)/)).toBeTruthy();
  expect(screen.getByRole('link', { name: redirectUri })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save the form' })).toBeNull();
  const signed = sent.find(({ path }) => path === '/api/openid4vp/answers');
  expect(signed?.body).toEqual({
    ...{ request: 'eyJh.eyJh.AAAA', credentials: [{ query: 'q', digest }], send: true },
  });
});

test('where the node may not send, it says so and hands over the form', async () => {
  const refusal = {
    ...{ code: 'NODE_VERIFIER_HOST', path: '/request', fault: 'node', message: 'Not named: v.example.' },
    mend: 'Post it yourself.',
  };
  await chosen({ delivery: { sent: false, refusals: [refusal] } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign and send the answer' }));
  expect(await screen.findByText(/Not named: v.example/)).toBeTruthy();
  expect(screen.getByText('vp_token=%7B%7D')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save the form' })).toBeTruthy();
});

test('an answer can be signed without sending it', async () => {
  const { sent } = await chosen({});
  fireEvent.click(screen.getByRole('button', { name: 'Sign only' }));
  expect(await screen.findByRole('button', { name: 'Save the form' })).toBeTruthy();
  expect(sent.find(({ path }) => path === '/api/openid4vp/answers')?.body).toMatchObject({ send: false });
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
