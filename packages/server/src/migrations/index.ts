import { existsSync } from 'node:fs';

/** One step of the database's shape. Steps are numbered, run once in order, and never change after a release. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: string;
}

const names = ['platform', 'log', 'trade', 'exchange', 'credentials'];

export const migrations: readonly Migration[] = (await Promise.all(names.map(load))).filter((step) => step !== undefined);

async function load(name: string, index: number): Promise<Migration | undefined> {
  const file = new URL(`./${String(index + 1).padStart(3, '0')}-${name}.ts`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const { up } = (await import(file.href)) as { up: string };
  return { number: index + 1, name, up };
}
