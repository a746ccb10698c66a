import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf, sampleCredential, sampleLogKey, sampleReceipt } from '@portolan/ledger/testing';

/** Packs every package, installs the packages in an empty folder as a user would, and runs the installed command. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'portolan-pack-'));
const environment = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };

try {
  step('pack', 'npm', ['pack', '--workspaces', '--silent', '--pack-destination', folder], root);
  const tarballs = globSync('portolan-*.tgz', { cwd: folder }).map((file) => `./${file}`);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  step('install', 'npm', ['install', '--silent', '--no-audit', '--no-fund', ...tarballs], folder);
  await writeReceipts();
  const portolan = (title: string, args: readonly string[], expected = 0) =>
    step(title, process.execPath, [join(folder, 'node_modules/.bin/portolan'), ...args], folder, expected);
  const key = ['--log-key', sampleLogKey()];
  portolan('version', ['--version']);
  portolan('verify a receipt', ['verify', 'good.json', ...key]);
  portolan('verify an altered one', ['verify', 'altered.json', ...key], 1);
  portolan('compute a duty', [
    'duty',
    ...[
      '--hts',
      '0709604081',
      '--origin',
      'MX',
      '--value',
      '9120',
      '--quantity',
      '8000:KGM',
      '--date',
      '2026-06-12',
    ],
  ]);
  console.log('The packed packages install in an empty folder and work there.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A receipt of a sample credential, and the same with another time. */
async function writeReceipts(): Promise<void> {
  const receipt = await sampleReceipt(await sampleCredential());
  const altered = { ...receipt, statement: { ...receipt.statement, at: '2026-06-12T14:30:01.000Z' } };
  writeFileSync(join(folder, 'good.json'), fileOf(receipt));
  writeFileSync(join(folder, 'altered.json'), fileOf(altered));
}

function step(title: string, command: string, args: readonly string[], cwd: string, expected = 0): void {
  const result = spawnSync(command, args, { cwd, env: environment, encoding: 'utf8' });
  if (result.status === expected) {
    console.log(`packed: ${title}: as expected (exit ${expected})`);
    return;
  }
  console.error(
    `packed: ${title}: exit ${result.status}, expected ${expected}\n${result.stdout}\n${result.stderr}`,
  );
  throw new Error(`packed install: ${title} failed`);
}
