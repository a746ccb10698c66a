import { sampleMemberId } from '../platform/sample/seats.ts';
import { type Answer, type Client, createClient } from './client.ts';

/** Signs in as a sample member and answers a client that carries the session. Throws when the node refuses. */
export async function signInAs(url: string, sampleMember: string): Promise<Client> {
  return sessionClient(
    url,
    await createClient(url).post('/api/session', { member: sampleMemberId(sampleMember) }),
  );
}

/** A client with the session that a sign-in has opened. */
export function sessionClient(url: string, answer: Answer): Client {
  if (answer.status !== 200)
    throw new Error(`sign-in was refused: ${answer.status} ${answer.codes.join(', ')}`);
  const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return createClient(url, { cookie });
}
