// npm start: installs what is missing, builds the portal, and runs the node. Plain JavaScript that Node 20 understands.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './install.mjs';
import { nodeBinary } from './node-binary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const heartbeatMs = 5000;
const startedAt = Date.now();

/**
 * How V8 keeps house, for a third less processor time of each filing. A filing makes much that lives shortly: a larger young
 * generation is collected less often. What buffers take counts towards the limit of the whole heap, which is marked from end
 * to end when it has reached 256 MB; else every 64 MB of buffers lead to that. One thread helps, since the database needs a
 * processor too. Node refuses to start with a flag that its V8 does not know, so a newer one gets the oldest of them alone.
 */
const memoryFlags = [
  '--max-semi-space-size=64',
  ...(Number(process.versions.node.split('.')[0]) > 24
    ? []
    : ['--initial-old-space-size=256', '--external-memory-accounted-in-global-limit', '--v8-pool-size=1']),
];

await install();
const node = nodeBinary(root);
await buildPortal();
process.exitCode = await runNode();

/** `npm ci` when nothing is installed, or something else than what the lock file names. */
async function install() {
  if (isInstalled(root)) return;
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  await step('installing packages', [...npm, 'ci', '--no-audit', '--no-fund'], root);
}

/** Builds the portal when it was never built, or something it is made of is newer. */
async function buildPortal() {
  const web = join(root, 'packages', 'web');
  if (!existsSync(join(web, 'index.html'))) return;
  const rooms = [
    'kernel',
    'credentials',
    'ledger',
    'documents',
    'traceability',
    'parties',
    'tariff',
    'filing',
    'programs',
    'contract',
  ];
  const parts = [
    'src',
    'public',
    'verifier',
    'index.html',
    'vite.config.ts',
    'uswds-subset.ts',
    'package.json',
  ];
  const sources = [
    ...parts.map((name) => join(web, name)),
    ...rooms.map((room) => join(root, 'packages', room, 'src')),
    join(root, 'package-lock.json'),
  ];
  if (Math.max(...sources.map(newest)) <= modified(join(web, 'dist', 'index.html'))) return;
  const build = [node, '--conditions=portolan-source', join(root, 'scripts', 'build-portal.ts')];
  await step('building the portal', build, root);
}

/** Runs a command without its chatter; shows that it is still working, and everything it said when it fails. */
function step(title, [command, ...args], cwd) {
  return new Promise((resolve) => {
    const began = Date.now();
    const seconds = () => Math.round((Date.now() - began) / 1000);
    process.stdout.write(`  ${title} …`);
    const timer = setInterval(() => process.stdout.write(` ${seconds()} s …`), heartbeatMs);
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    const said = [];
    child.stdout.on('data', (text) => said.push(text));
    child.stderr.on('data', (text) => said.push(text));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      clearInterval(timer);
      process.stdout.write(code === 0 ? ` ${seconds()} s\n` : ' failed\n');
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      process.exit(1);
    });
  });
}

/** The channel tells the node when this process has died, however it died. */
function runNode() {
  return new Promise((resolve) => {
    const main = join(root, 'packages', 'cli', 'src', 'main.ts');
    const flags = ['--conditions=portolan-source', ...memoryFlags];
    const child = spawn(node, [...flags, main, 'start', ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PORTOLAN_STARTED_AT: String(startedAt),
        // The second start finds its modules compiled.
        NODE_COMPILE_CACHE:
          process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'portolan'),
      },
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Time of the newest file at or below a path, tests aside; 0 when there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return modified(path);
  const files = readdirSync(path, { withFileTypes: true, recursive: true });
  return files.reduce((latest, file) => {
    if (!file.isFile() || /\.test\.tsx?$/.test(file.name)) return latest;
    return Math.max(latest, modified(join(file.parentPath ?? file.path, file.name)));
  }, 0);
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
