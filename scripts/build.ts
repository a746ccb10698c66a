import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Emits JavaScript and types of every package into its own dist, from one compilation. */
const root = fileURLToPath(new URL('..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'portolan-build-'));
const tsc = spawnSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json', '--outDir', out],
  { cwd: root, stdio: 'inherit' },
);
if (tsc.status === 0) {
  for (const source of globSync('packages/*/src', { cwd: root })) {
    const name = source.split('/')[1] as string;
    const built = join(out, name, 'src');
    if (name === 'web' || !existsSync(built)) continue;
    rmSync(`${root}packages/${name}/dist`, { recursive: true, force: true });
    cpSync(built, `${root}packages/${name}/dist`, { recursive: true });
  }
}
rmSync(out, { recursive: true, force: true });
process.exit(tsc.status ?? 1);
