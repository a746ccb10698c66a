import type { FilingAcknowledged } from '@portolan/contract';
import { sampleMemberId } from '../../platform/sample/seats.ts';
import { credentialOf } from '../shipment/credentials.ts';
import { papersOf } from '../shipment/documents.ts';
import { storyAt, typed } from '../shipment/filing.ts';
import { answerOf, type Submission } from './submission.ts';

/** A filing of the node's own broker: documents in, entry filed, in one call with a key of its own. */
export async function documents(serial: number, cookie: string): Promise<Submission> {
  const papers = papersOf(serial);
  const files = await Promise.all(
    papers.map(async (paper, index): Promise<[string, string]> => {
      const credential = await credentialOf(paper, serial);
      return [`${index}-${paper.subject.type}.vc.json`, JSON.stringify(credential)];
    }),
  );
  const key = `torture-${serial}`;
  return {
    name: `documents ${key}`,
    async send(url) {
      const headers = { cookie, origin: url, 'idempotency-key': key };
      const init = { method: 'POST', headers, body: formOf(files) };
      return [await answerOf<FilingAcknowledged>(`${url}/api/filings`, init)];
    },
  };
}

/** Signs the sample broker in; the session outlives the node. */
export async function brokerSession(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ member: sampleMemberId('broker-filer') }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (response.status !== 200 || cookie === undefined) throw new Error(`no session: ${response.status}`);
  return cookie.split(';')[0] ?? '';
}

function formOf(files: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  form.set('storyAt', storyAt);
  form.set('typed', JSON.stringify(typed));
  for (const [name, text] of files)
    form.append('files', new Blob([text], { type: 'application/json' }), name);
  return form;
}
