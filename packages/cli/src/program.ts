import { readFileSync } from 'node:fs';
import { isRecord } from '@portolan/kernel';
import { Command, CommanderError } from 'commander';
import { exitCodes, exitCodesHelp } from './exit-codes.ts';
import type { Io } from './io.ts';

/** Each command, loaded only when it is called: looking up a tariff number does not load the server. */
const commands: Readonly<Record<string, (io: Io) => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand(),
  file: async (io) => (await import('./commands/file.ts')).fileCommand(io),
  verify: async (io) => (await import('./commands/verify-file.ts')).verifyFileCommand(io),
  issue: async (io) => (await import('./commands/issue.ts')).issueCommand(io),
  send: async (io) => (await import('./commands/send.ts')).sendCommand(io),
  mill: async (io) => (await import('./commands/mill.ts')).millCommand(io),
  title: async (io) => (await import('./commands/title.ts')).titleCommand(io),
  derive: async (io) => (await import('./commands/derive.ts')).deriveCommand(io),
  present: async (io) => (await import('./commands/present.ts')).presentCommand(io),
  evidence: async (io) => (await import('./commands/evidence.ts')).evidenceCommand(io),
  capability: async (io) => (await import('./commands/capability.ts')).capabilityCommand(io),
  duty: async (io) => (await import('./commands/duty.ts')).dutyCommand(io),
  classify: async (io) => (await import('./commands/classify.ts')).classifyCommand(io),
  hts: async (io) => (await import('./commands/hts.ts')).htsCommand(io),
  origin: async (io) => (await import('./commands/origin.ts')).originCommand(io),
  value: async (io) => (await import('./commands/value.ts')).valueCommand(io),
  tariff: async (io) => (await import('./commands/tariff.ts')).tariffCommand(io),
  order: async (io) => (await import('./commands/order.ts')).orderCommand(io),
  entry: async (io) => (await import('./commands/entry.ts')).entryCommand(io),
  client: async (io) => (await import('./commands/client.ts')).clientCommand(io),
  product: async (io) => (await import('./commands/product.ts')).productCommand(io),
  numbers: async (io) => (await import('./commands/numbers.ts')).numbersCommand(io),
  work: async (io) => (await import('./commands/work.ts')).workCommand(io),
  compare: async (io) => (await import('./commands/compare.ts')).compareCommand(io),
  receipt: async (io) => (await import('./commands/receipt.ts')).receiptCommand(io),
  replay: async (io) => (await import('./commands/replay.ts')).replayCommand(io),
  request: async (io) => (await import('./commands/request.ts')).requestCommand(io),
  party: async (io) => (await import('./commands/party.ts')).partyCommand(io),
  attest: async (io) => (await import('./commands/attest.ts')).attestCommand(io),
  authority: async (io) => (await import('./commands/authority.ts')).authorityCommand(io),
  standing: async (io) => (await import('./commands/standing.ts')).standingCommand(io),
  policy: async (io) => (await import('./commands/policy.ts')).policyCommand(io),
  assess: async (io) => (await import('./commands/assess.ts')).assessCommand(io),
  trust: async (io) => (await import('./commands/trust.ts')).trustCommand(io),
  tenant: async (io) => (await import('./commands/tenant.ts')).tenantCommand(io),
  member: async (io) => (await import('./commands/member.ts')).memberCommand(io),
  token: async (io) => (await import('./commands/token.ts')).tokenCommand(io),
  peer: async (io) => (await import('./commands/peer.ts')).peerCommand(io),
  lot: async (io) => (await import('./commands/lot.ts')).lotCommand(io),
  line: async (io) => (await import('./commands/line.ts')).lineCommand(io),
  trace: async (io) => (await import('./commands/trace.ts')).traceCommand(io),
  log: async (io) => (await import('./commands/log.ts')).logCommand(io),
  key: async (io) => (await import('./commands/key.ts')).keyCommand(io),
};

const examples = `
A first tour, with a node started in another terminal by "portolan start":
  portolan file examples/next-truck --as broker
  portolan entry --as broker
  portolan hts fresh mangoes
  portolan <command> --help

${exitCodesHelp}`;

/** Runs one command line (without program name) and answers the exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const program = await createProgram(args, io);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return io.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}

async function createProgram(args: readonly string[], io: Io): Promise<Command> {
  const program = new Command('portolan')
    .description('Trade evidence: keyed once, signed at its source, proved for ever')
    .version(ownVersion(), '--version', 'print the version')
    .addHelpText('after', examples)
    .showHelpAfterError('(portolan --help shows what there is)');
  const named = Object.hasOwn(commands, args[0] ?? '') ? [args[0] as string] : Object.keys(commands);
  for (const name of named) {
    const command = await commands[name]?.(io);
    if (command) program.addCommand(command);
  }
  return quiet(program, io);
}

/** The version in the package's own file, which stands beside both the sources and the build. */
function ownVersion(): string {
  const own: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return isRecord(own) ? String(own.version) : '';
}

/** Lets commander write through `io` and throw instead of ending the process, subcommands too. */
function quiet(command: Command, io: Io): Command {
  const trimmed = (write: (text: string) => void) => (text: string) => write(text.replace(/\n$/, ''));
  command.exitOverride().configureOutput({
    writeOut: trimmed((text) => io.out(text)),
    writeErr: trimmed((text) => io.error(text)),
  });
  for (const child of command.commands) quiet(child, io);
  return command;
}
