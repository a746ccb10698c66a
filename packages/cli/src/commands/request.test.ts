import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

interface Summary {
  readonly id: string;
  readonly entryNumber: string;
}

/** A request about the mangoes of the story, answered by the grower to the agency alone. */
describe('portolan request at a node', () => {
  let node: TestNode;
  let folder: string;
  let id: string;
  let entryNumber: string;
  before(async () => {
    node = await testNode();
    folder = await mkdtemp(join(tmpdir(), 'portolan-request-'));
    const officer = await node.as('agency-officer');
    const entries = await officer.get<{ items: Summary[] }>('/api/entries');
    const templates = await officer.get<{ items: { id: string; subject: string }[] }>(
      '/api/request-templates',
    );
    const entry = entries.body.items.find(({ entryNumber }) => entryNumber.startsWith('ZZ9-000001'));
    const template =
      templates.body.items.find(({ subject }) => subject === 'origin') ?? templates.body.items[0];
    const opened = await officer.post<Summary>(`/api/entries/${entry?.entryNumber}/requests`, {
      template: template?.id,
      field: '/lines/0/originCountry',
    });
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    id = opened.body.id;
    entryNumber = entry?.entryNumber ?? '';
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const portolan = (...args: string[]) => runPortolan([...args, '--node', node.url]);
  /** What a member is shown once the news has been carried to it, which is after the answer was taken. */
  async function shown(member: string, wanted: RegExp): Promise<{ out: string }> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const answer = await portolan('request', 'show', id, '--as', member);
      if (wanted.test(answer.out) || Date.now() > deadline) {
        assert.match(answer.out, wanted);
        return answer;
      }
    }
  }

  it('opens a request from the command line, as the officer; nobody else may', async () => {
    const { out } = await portolan('request', 'templates', '--as', 'agency');
    const template = /^(\S+): .*\(value; \d+ days/m.exec(out)?.[1] ?? '';
    assert.notEqual(template, '', out);
    const note = 'Two prices stand in the papers.';
    const args = ['--template', template, '--field', '/lines/0/enteredValue', '--note', note];
    const opened = await portolan('request', 'open', entryNumber, ...args, '--as', 'agency');
    assert.equal(opened.exitCode, 0, opened.error);
    assert.match(opened.out, /^Asked: request [0-9a-f-]{36}\.$/m);
    assert.match(opened.out, /Two prices stand/);
    assert.match((await portolan('request', 'list', '--as', 'agency')).out, new RegExp(entryNumber));
    const others = await portolan('request', 'open', entryNumber, ...args, '--as', 'broker');
    assert.notEqual(others.exitCode, 0);
    const unknown = ['--template', 'none', '--field', '/lines/0/enteredValue', '--as', 'agency'];
    assert.equal((await portolan('request', 'open', entryNumber, ...unknown)).exitCode, 1);
  });

  it('lists it to who is asked, with what to answer', async () => {
    const { exitCode, out } = await portolan('request', 'list', '--as', 'grower');
    assert.equal(exitCode, 0);
    assert.match(out, new RegExp(`^${id} .*yours$`, 'm'));
  });

  it('shows its questions', async () => {
    const { exitCode, out } = await portolan('request', 'show', id, '--as', 'grower');
    assert.equal(exitCode, 0);
    assert.match(out, /^1\. /m);
  });

  it('takes an answer for the agency alone: others see that it was answered, not what', async () => {
    const text = 'Harvest record of lot VV-B-0609, field 7.';
    const answered = await portolan(
      'request',
      'answer',
      id,
      '--text',
      text,
      '--agency-only',
      '--as',
      'grower',
    );
    assert.equal(answered.exitCode, 0, answered.error);
    assert.match(answered.out, /^Answered\./);
    const agency = await portolan('request', 'show', id, '--as', 'agency');
    assert.match(agency.out, /Harvest record/);
    const importer = await shown('importer', /answered, to the agency alone/);
    assert.doesNotMatch(importer.out, /Harvest record/);
  });

  it('refuses an answer without words, an attachment that is not there, and one that is no document', async () => {
    assert.equal((await portolan('request', 'answer', id, '--text', ' ', '--as', 'grower')).exitCode, 2);
    const missing = await portolan(
      'request',
      'answer',
      id,
      '--text',
      'x',
      '--file',
      join(folder, 'none'),
      '--as',
      'grower',
    );
    assert.match(missing.error, /CLI_FILE_UNREADABLE/);
    await writeFile(join(folder, 'broken.json'), '{');
    const broken = await portolan(
      'request',
      'answer',
      id,
      '--text',
      'x',
      '--file',
      join(folder, 'broken.json'),
      '--as',
      'broker',
    );
    assert.equal(broken.exitCode, 1);
  });

  it('answers 1 for a request of others', async () => {
    assert.equal((await portolan('request', 'show', id, '--as', 'juicer')).exitCode, 1);
  });
});
