import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ContextSet } from '@portolan/credentials/forms';
import { isRecord, ok, parseJson, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from './catalogue.ts';

const MAX_BYTES = 4 * 1024 * 1024;

/**
 * JSON-LD contexts that the operator pins beside those every node knows: a JSON file that gives each address the file of its
 * context, relative to itself. Nothing is ever fetched. Refuses files that cannot be read or hold no context.
 */
export async function loadContexts(file: string | undefined): Promise<Result<ContextSet>> {
  const contexts = new Map<string, object>();
  if (file === undefined) return ok(contexts);
  const index = await readJson(file);
  if (!isRecord(index)) return unusable(file, 'it holds no JSON object of addresses and files');
  for (const [address, name] of Object.entries(index)) {
    const context = typeof name === 'string' ? await readJson(resolve(dirname(file), name)) : undefined;
    if (!URL.canParse(address) || !isRecord(context) || context['@context'] === undefined)
      return unusable(file, `${address} names no file with a JSON-LD context`);
    contexts.set(address, context);
  }
  return ok(contexts);
}

async function readJson(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch(() => undefined);
  const parsed = bytes && parseJson(bytes, { maxBytes: MAX_BYTES });
  return parsed?.ok ? parsed.value : undefined;
}

function unusable(value: string, reason: string): Result<never> {
  const params = { flag: '--contexts', value: value.slice(0, 100), reason };
  return refused(nodeCatalogue.refuse('NODE_FLAG_INVALID', { params }));
}
