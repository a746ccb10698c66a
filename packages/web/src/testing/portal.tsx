import { render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { vi } from 'vitest';
import { portalRoutes } from '../app/routes.tsx';
import { sampleSession } from './samples.ts';

/** A request that the portal made. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
}

type Answer = unknown | { status: number; problem: unknown };

function response(answer: Answer): Response {
  const refused = typeof answer === 'object' && answer !== null && 'problem' in answer && 'status' in answer;
  const status = refused ? Number(answer.status) : 200;
  return new Response(JSON.stringify(refused ? answer.problem : answer), {
    status,
    headers: { 'content-type': refused ? 'application/problem+json' : 'application/json' },
  });
}

/** Opens the portal at an address with the node's answers given by method and path; collects what is sent. */
export async function openPortal(path: string, answers: Record<string, Answer>) {
  const sent: Sent[] = [];
  const known: Record<string, Answer> = { 'GET /api/session': sampleSession, ...answers };
  vi.stubGlobal('fetch', async (target: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    sent.push({ method, path: target, body: init.body ? JSON.parse(String(init.body)) : undefined });
    const answer = known[`${method} ${target}`];
    if (answer === undefined) throw new Error(`The test gives no answer to ${method} ${target}`);
    return response(answer);
  });
  const router = createMemoryRouter(portalRoutes, { initialEntries: [path] });
  render(<RouterProvider router={router} />);
  await screen.findByRole('heading', { level: 1 }, { timeout: 5000 });
  return { sent, router };
}

/** A refusal as the node answers it. */
export function problem(status: number, code: string, at = '') {
  return {
    status,
    problem: {
      type: 'about:blank',
      title: 'Refused',
      status,
      requestId: 'r-1',
      refusals: [{ code, path: at, fault: 'filer', message: `Message of ${code}`, mend: `Mend of ${code}` }],
    },
  };
}
