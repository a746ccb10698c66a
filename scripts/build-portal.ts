import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = `${root}packages/web`;

/** Builds the portal, and the static verifier page beside it, into packages/web/dist. */
const vite = spawnSync(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build'], {
  cwd: web,
  stdio: 'inherit',
});
if (vite.status !== 0) process.exit(vite.status ?? 1);
if (existsSync(`${web}/verifier/build.ts`)) {
  const { buildVerifier } = (await import(`${web}/verifier/build.ts`)) as {
    buildVerifier(out: string): Promise<void>;
  };
  await buildVerifier(`${web}/dist/verify`);
}
