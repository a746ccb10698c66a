import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ok } from '@portolan/kernel';
import Fastify, { type FastifyInstance } from 'fastify';
import pino from 'pino';
import { type Client, createClient } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';
import { bodyLimits } from '../limits.ts';
import { answerError, sendRefusals } from '../problem.ts';
import { multipartBody, readUpload } from './multipart.ts';

let node: TestNode;
/** The upload reader alone, answering what it has read. */
let uploads: FastifyInstance;
let uploader: Client;

before(async () => {
  node = await testNode({ sample: 'seats' });
  uploads = Fastify();
  const silent = pino({ level: 'silent' });
  uploads.setErrorHandler((error, request, reply) => answerError(error as never, request, reply, silent));
  await uploads.register(multipartBody);
  uploads.post('/', async (request, reply) => {
    const upload = await readUpload(request);
    if (!upload.ok) return sendRefusals(reply, upload.refusals);
    const files = upload.value.files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length }));
    return ok({ files, fields: upload.value.fields });
  });
  uploader = createClient(await uploads.listen({ host: '127.0.0.1', port: 0 }));
});
after(async () => {
  await uploads.close();
  await node.close();
});

const post = (body: string, headers: Record<string, string> = {}) =>
  node.anonymous.post('/api/session', body, headers);

test('JSON of 10 MB is refused with a code, and the connection goes on', async () => {
  const answer = await post(JSON.stringify({ accessKey: 'x'.repeat(10 * 1024 * 1024) }));
  assert.equal(answer.status, 413);
  assert.deepEqual(answer.codes, ['NODE_BODY_TOO_LARGE']);
  assert.equal((await node.anonymous.get('/health')).status, 200);
});

test('JSON nested 200 levels deep, cut off, ambiguous or poisoned is refused before a handler sees it', async () => {
  const refusals = {
    KERNEL_JSON_TOO_DEEP: `{"a":${'['.repeat(200)}${']'.repeat(200)}}`,
    KERNEL_JSON_SYNTAX: '{"member": "x"',
    KERNEL_JSON_DUPLICATE_KEY: '{"member":"a","member":"b"}',
    KERNEL_JSON_FORBIDDEN_KEY: '{"__proto__":{"member":"a"}}',
    KERNEL_JSON_LONE_SURROGATE: '{"member":"\\ud800"}',
    NODE_BODY_MISSING: '',
  };
  for (const [code, body] of Object.entries(refusals))
    assert.deepEqual((await post(body)).codes, [code], code);
});

test('a refused field is named by its pointer', async () => {
  const answer = await post('{"member": 5}');
  assert.equal(answer.status, 422);
  const { refusals } = answer.body as { refusals: { path: string; fault: string; mend: string }[] };
  assert.equal(refusals[0]?.path, '/member');
  assert.equal(refusals[0]?.fault, 'sender');
  assert.ok(refusals[0]?.mend);
});

test('other content types are refused', async () => {
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])
    assert.deepEqual((await post('member=x', { 'content-type': type })).codes, ['NODE_MEDIA_TYPE'], type);
});

test('a fault of the node shows nothing of itself', async () => {
  const broken = Fastify();
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  broken.setErrorHandler((error, request, reply) => answerError(error as never, request, reply, logger));
  broken.get('/', async () => {
    throw new Error('password=hunter2 at /secret/path');
  });
  const answer = await broken.inject('/');
  assert.equal(answer.statusCode, 500);
  assert.deepEqual(answer.json().refusals[0].code, 'NODE_FAULT');
  assert.ok(!answer.body.includes('hunter2'));
  assert.equal(lines.length, 1);
  await broken.close();
});

function formWith(...files: [name: string, size: number][]): FormData {
  const form = new FormData();
  for (const [name, size] of files) form.append('files', new Blob([new Uint8Array(size)]), name);
  return form;
}

test('an upload is read with its fields; file names lose their folders', async () => {
  const form = formWith(['../../etc/order.xml', 3], ['C:\\trade\\invoice.csv', 5]);
  form.append('storyAt', '2026-06-12T00:00:00Z');
  const { body } = await uploader.post<{
    value: { files: { name: string; size: number }[]; fields: object };
  }>('/', form);
  assert.deepEqual(
    body.value.files.map(({ name, size }) => [name, size]),
    [
      ['order.xml', 3],
      ['invoice.csv', 5],
    ],
  );
  assert.deepEqual(body.value.fields, { storyAt: '2026-06-12T00:00:00Z' });
});

test('a file that is too large, too many files, too much together and a field given twice are refused', async () => {
  const large = formWith(['large.json', bodyLimits.fileBytes + 1]);
  const many = formWith(...Array.from({ length: bodyLimits.files + 1 }, () => ['f', 1] as [string, number]));
  const heavy = formWith(
    ...Array.from({ length: 8 }, () => ['f', bodyLimits.fileBytes - 1] as [string, number]),
  );
  const twice = formWith(['f', 1]);
  for (const value of ['a', 'b']) twice.append('storyAt', value);
  for (const form of [large, many, heavy, twice]) {
    const answer = await uploader.post('/', form);
    assert.equal(answer.status, 413);
    assert.deepEqual(answer.codes, ['NODE_MULTIPART']);
  }
  assert.deepEqual((await uploader.post('/', undefined, { 'content-type': 'text/plain' })).codes.length, 1);
});
