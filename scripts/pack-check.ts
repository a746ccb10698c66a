import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Packs every package, installs the packages in an empty folder as a user would, and runs the installed command. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'portolan-pack-'));
const node24 = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };

try {
  step('pack', 'npm', ['pack', '--workspaces', '--silent', '--pack-destination', folder], root);
  const tarballs = globSync('portolan-*.tgz', { cwd: folder }).map((file) => `./${file}`);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  step(
    'install',
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '--omit=optional', ...tarballs],
    folder,
  );
  const command = join(folder, 'node_modules', '@portolan', 'cli', 'dist', 'bin.js');
  const sample = join(folder, 'sample');
  mkdirSync(sample);
  for (const file of ['good.evidence.json', 'altered.evidence.json'])
    copyFileSync(`${root}examples/receipts/${file}`, join(sample, file));
  step('version', process.execPath, [command, '--version'], folder);
  step('verify a good receipt', process.execPath, [command, 'verify', 'sample/good.evidence.json'], folder);
  step(
    'verify an altered one',
    process.execPath,
    [command, 'verify', 'sample/altered.evidence.json'],
    folder,
    1,
  );
  const duty = [
    'duty',
    '--hts',
    '0709604069',
    '--origin',
    'MX',
    '--value',
    '9000',
    '--quantity',
    '10000 KGM',
    '--date',
    '2026-06-12',
  ];
  step('compute a duty', process.execPath, [command, ...duty], folder);
  console.log('The packed packages install in an empty folder and work there.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function step(title: string, command: string, args: readonly string[], cwd: string, expected = 0): void {
  const result = spawnSync(command, args, { cwd, env: node24, encoding: 'utf8' });
  if (result.status === expected) {
    console.log(`packed: ${title}: as expected (exit ${expected})`);
    return;
  }
  console.error(
    `packed: ${title}: exit ${result.status}, expected ${expected}\n${result.stdout}\n${result.stderr}`,
  );
  throw new Error(`packed install: ${title} failed`);
}
