import type { Refusal } from '@portolan/kernel';
import {
  isLoopback,
  type NodeFlags,
  openNode,
  type RunningNode,
  readConfig,
  readSampleMembers,
  version,
} from '@portolan/server/start';
import { Command } from 'commander';

/** Where a command writes; a test reads it there. */
export interface Output {
  write(text: string): unknown;
}

const examples = `
Examples:
  portolan start                                   the sample community on http://127.0.0.1:8321
  portolan start --port 9000 --data ./second       a second node beside it
  portolan start --empty --key-file /secure/node.key --public-url https://node.example --host 0.0.0.0 --tls

Exit codes: 0 stopped in good order, 1 refused to start, 2 wrong usage.`;

/** `portolan start`: runs a node until it is told to stop. */
export function startCommand(): Command {
  return new Command('start')
    .description('Run a node: the embedded database, the log, the API and the portal')
    .option('--data <folder>', 'folder with everything the node keeps (PORTOLAN_DATA; .portolan/data)')
    .option('--port <number>', 'port to listen on; 0 takes a free one (PORTOLAN_PORT; 8321)')
    .option('--host <address>', 'address to listen on (PORTOLAN_HOST; 127.0.0.1)')
    .option('--public-url <url>', 'address under which others reach the node; fixed when it is created')
    .option('--tls', "serve HTTPS with a certificate of the node's own authority")
    .option('--key-file <file>', 'node key, kept outside the data folder (or PORTOLAN_PASSPHRASE)')
    .option('--empty', 'create the node without the sample community')
    .option(
      '--vc-api [who]',
      'offer the W3C VC API: off, token or open (PORTOLAN_VC_API; open for the sample on this machine)',
    )
    .option(
      '--contexts <file>',
      'further JSON-LD contexts to know, as JSON of address and file (PORTOLAN_CONTEXTS)',
    )
    .option('--key-service <url>', 'key service that holds the secrets of the VC API (PORTOLAN_KEY_SERVICE)')
    .option(
      '--fetch-from <host>',
      'host that may be asked for DID documents, status lists, schemas and requests of verifiers, and be sent answers to these; may be repeated (PORTOLAN_FETCH_FROM)',
      (host: string, before: readonly string[] = []) => [...before, host],
    )
    .addHelpText('after', examples)
    .action(async (flags: NodeFlags) => {
      process.exitCode = await runStart(flags, process.env, process.stdout);
    });
}

/** Starts the node, says where it is and how to sign in, and waits to be told to stop. Answers the exit code. */
export async function runStart(
  flags: NodeFlags,
  environment: NodeJS.ProcessEnv,
  output: Output,
): Promise<number> {
  const began = Number(environment.PORTOLAN_STARTED_AT ?? Date.now() - performance.now());
  const config = readConfig(flags, environment, process.cwd());
  if (!config.ok) return explain(config.refusals, output);
  output.write(`Portolan ${version}\n`);
  const steps = createSteps(output);
  const stopped = stopRequest();
  const node = await openNode(config.value, { progress: steps.begin });
  steps.end();
  if (!node.ok) return explain(node.refusals, output);
  output.write(await welcome(node.value, (Date.now() - began) / 1000));
  await stopped;
  steps.begin('stopping');
  await node.value.close();
  steps.end();
  return 0;
}

/** Resolves when the person or the system asks to stop, or when whoever started the node has died. */
function stopRequest(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Stays installed: Ctrl-C reaches the node from the terminal and once more from npm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  process.once('disconnect', () => resolve());
  // Listening must not keep a stopped node from ending.
  process.channel?.unref();
  return promise;
}

/** One line per step: its name when it begins, its seconds when it ends. */
function createSteps(output: Output): { begin(step: string): void; end(): void } {
  let running: number | undefined;
  const end = () => {
    if (running !== undefined) output.write(` ${((performance.now() - running) / 1000).toFixed(1)} s\n`);
    running = undefined;
  };
  return {
    begin(step) {
      end();
      running = performance.now();
      output.write(`  ${step} …`);
    },
    end,
  };
}

async function welcome({ url, notices, context }: RunningNode, seconds: number): Promise<string> {
  const address = context.settings.publicUrl ?? url;
  const lines = [
    `ready in ${seconds.toFixed(1)} s`,
    '',
    `Portal  ${url}${address === url ? '' : ` (others: ${address})`}`,
    `API     ${url}/docs/api`,
    `Data    ${context.config.dataFolder}`,
    ...notices.map((notice) => `Note    ${notice}`),
    '',
    ...(context.settings.sample ? await sampleLines(context, url) : emptyLines),
    '',
    'Stop with Ctrl-C.',
  ];
  return `${lines.join('\n')}\n`;
}

const emptyLines = [
  'Nobody has a seat here yet. In another terminal:',
  '  portolan tenant add --help',
  '  portolan member add --help',
];

async function sampleLines({ pool, config }: RunningNode['context'], url: string): Promise<string[]> {
  if (!isLoopback(config.host))
    return [
      'Sample sign-in is off: the node listens to other machines. Start it without --host to sign in as a sample member.',
    ];
  const members = await readSampleMembers(pool);
  const tenants = [...Map.groupBy(members, ({ tenant }) => tenant.name)];
  return [
    `Sign in: open ${url} and choose a sample member; no password, on this machine only.`,
    ...tenants.map(
      ([name, people]) =>
        `  ${name}: ${people.map((person) => `${person.name} (${person.role})`).join(', ')}`,
    ),
  ];
}

function explain(refusals: readonly Refusal[], output: Output): number {
  for (const { code, message, mend } of refusals) output.write(`\n${message}\n  ${mend}\n  (${code})\n`);
  return 1;
}
