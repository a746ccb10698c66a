import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Power } from '@portolan/documents';
import { canonicalize, type JsonObject } from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialOf } from '../../torture/shipment/credentials.ts';
import { type Paper, papersOf } from '../../torture/shipment/documents.ts';
import { typed } from '../../torture/shipment/filing.ts';
import { takeIn } from '../evidence/intake.ts';
import { sendEvidence } from '../evidence/send.ts';
import { uploadForm } from '../testing/shipment.ts';
import { answerForm, type RequestWorld, requestWorld } from './testing/world.ts';

let world: RequestWorld;
before(async () => {
  world = await requestWorld();
});
after(() => world.close());

/** The power of attorney of a shipment, granting other powers. */
function granting(paper: Paper, powers: readonly Power[]): Paper {
  if (paper.subject.type !== 'PowerOfAttorney') return paper;
  const document = { ...paper.subject.document, powers: [...powers] };
  return { ...paper, subject: { ...paper.subject, document } };
}

const credentials = (serial: number, powers: readonly Power[]): Promise<JsonObject[]> =>
  Promise.all(papersOf(serial).map((paper) => credentialOf(granting(paper, powers), serial)));

/** Files under a power of attorney that lets the broker enter and claim, and nothing else. */
async function filedWithoutAnswers(serial: number): Promise<string> {
  const papers = await credentials(serial, ['file-entry', 'claim-preference']);
  const files = papers.map((credential, index) => ({
    name: `${index}.vc.json`,
    content: canonicalize(credential),
  }));
  return world.file(serial, { form: uploadForm(files, { typed: JSON.stringify(typed) }) });
}

// 19 CFR 141.31, 141.46: a broker acts before the agency only as far as its power of attorney goes.
describe('a broker without the power to answer requests', () => {
  const answer = () => answerForm('The mangoes were picked on 9 June.', 'all');
  let path: string;

  before(async () => {
    const asked = await world.ask(await filedWithoutAnswers(71));
    path = `/api/requests/${asked.id}/answers`;
  });

  it('is refused, and told who may answer; nothing is kept or sent', async () => {
    const broker = await world.as('broker-filer');
    const before = await world.everythingOf('broker');
    const refused = await broker.post(path, answer());
    assert.equal(refused.status, 403);
    assert.deepEqual(refused.codes, ['NODE_ANSWER_POWER']);
    const [refusal] = (refused.body as { refusals: { mend: string; fault: string }[] }).refusals;
    assert.equal(refusal?.fault, 'holder');
    assert.match(refusal?.mend ?? '', /Let the importer answer/);
    assert.equal(await world.everythingOf('broker'), before);
  });

  it('is refused by the agency too, when its own node lets the answer go', async () => {
    const { context } = world;
    const [held] = await world.rows<{ thread_id: string; request_id: string }>(
      'select thread_id, request_id from requests where tenant_id = $1',
      [world.seat('broker').id],
    );
    const { thread_id: thread = '', request_id: requestId = '' } = held ?? {};
    const said = { act: 'answer', requestId, round: 1, disclosure: 'all', text: 'Picked on 9 June.' };
    const message = {
      from: world.seat('broker'),
      to: world.seat('agency').did,
      thread,
      kind: 'answer' as const,
    };
    const moment = { at: world.now(), story: false };
    const sealed = await withTransaction(context.pool, (tx) =>
      context.exchange.send(tx, [{ ...message, body: { ...said, evidence: [] }, attachments: [], moment }]),
    );
    const [delivery] = (await context.exchange.deliver(sealed)).values();
    assert.deepEqual(
      [delivery?.state, delivery?.refusals.map(({ code }) => code)],
      ['refused', ['NODE_ANSWER_POWER']],
    );
  });

  it('does not keep the importer from answering for itself', async () => {
    const importer = await world.as('importer-filer');
    assert.equal((await importer.post(path, answer())).status, 201);
  });

  it('may answer once a power that grants it is on record at both', async () => {
    const asked = await world.ask(await filedWithoutAnswers(72));
    const [power] = (await credentials(73, ['file-entry', 'answer-requests'])).filter((credential) =>
      (credential.type as string[]).includes('PowerOfAttorney'),
    );
    const { context } = world;
    const tenant = world.seat('importer');
    const moment = { at: world.now(), story: false };
    const member = { id: 'importer-signer', name: 'Sample Importer Signatory', role: 'signer' } as const;
    const bytes = Buffer.from(canonicalize(power as JsonObject));
    const { taken } = await takeIn(context, tenant.id, [{ name: 'power.vc.json', bytes }], moment);
    for (const to of ['broker', 'agency'])
      await sendEvidence(
        context,
        { tenant, member, moment },
        { to: world.seat(to).did, thread: randomUUID(), taken },
      );
    await world.settled();
    const broker = await world.as('broker-filer');
    assert.equal((await broker.post(`/api/requests/${asked.id}/answers`, answer())).status, 201);
  });
});
