import { readFile, writeFile } from 'node:fs/promises';
import { contentFaults } from '@portolan/credentials/forms';
import type { JsonObject } from '@portolan/kernel';
import { readCommand } from './arguments.ts';

/** What w3c/vc-json-schema-test-suite runs: validates an unsigned credential by a schema, and writes success, failure or indeterminate. */
const { options } = readCommand(process.argv.slice(2), ['validate']);
const { format = '', schema = '', credential = '', output = '' } = options;
const [document, issued] = (await Promise.all([schema, credential].map(readJson))) as [
  JsonObject,
  JsonObject,
];
await writeFile(output, JSON.stringify({ result: await judge() }));

async function judge(): Promise<'success' | 'failure' | 'indeterminate'> {
  const { id, type } = issued.credentialSchema as { readonly id: string; readonly type: string };
  if (type !== format || (type !== 'JsonSchema' && type !== 'JsonSchemaCredential')) return 'failure';
  const refusals = await contentFaults(issued, document, { id, type }, '/credentialSchema');
  if (refusals.length === 0) return 'success';
  return refusals.every(({ code }) => code === 'CRED_SCHEMA_VERSION') ? 'indeterminate' : 'failure';
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
