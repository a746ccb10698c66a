import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExamples } from './examples/build.ts';

// Writes examples/ from the stories; with --check, only says which files differ and fails.
const root = fileURLToPath(new URL('../examples/', import.meta.url));
const check = process.argv.includes('--check');
const files = await buildExamples();
const stale: string[] = [];

for (const [path, text] of files) {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const done = check ? 'differ from the stories' : 'written';
const report = [`${files.size} example files, ${stale.length} ${done}`, ...stale.map((path) => `  ${path}`)];
process.stdout.write(`${report.join('\n')}\n`);
if (check && stale.length > 0) process.exitCode = 1;
