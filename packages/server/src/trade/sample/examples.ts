import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonValue, Pointer } from '@portolan/kernel';
import type { UploadedFile } from '../evidence/intake.ts';

/** The folder of examples beside the packages; source and build stand at the same depth. */
const root = fileURLToPath(new URL('../../../../../examples/', import.meta.url));

/** What the filer of an example types, and when it happens. */
export interface ExampleFiling {
  readonly storyAt: string;
  readonly typed: Readonly<Record<Pointer, JsonValue>>;
}

/** Whether the examples are there: they are in a clone, not in an installed package. */
export function hasExamples(): boolean {
  return existsSync(root);
}

/** Files of an example by name, as somebody would upload them. */
export function exampleFiles(folder: string, names: readonly string[]): UploadedFile[] {
  return names.map((name) => ({ name, bytes: readFileSync(join(root, folder, name)) }));
}

export function exampleFiling(folder: string): ExampleFiling {
  return JSON.parse(readFileSync(join(root, folder, 'filing.json'), 'utf8')) as ExampleFiling;
}

/** Names of the signed documents of an example. */
export function credentialNames(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.vc.json'))
    .sort();
}
