import { answerVerifier, readVerifierRequest } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { NodeClient } from '../node/client.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { report } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
The address is what the verifier shows as a link or a code. This command asks it for its request, has your node sign the
answer, and sends it: the node itself asks no address that stands in a message.

Examples:
  portolan present "openid4vp://?client_id=…&request_uri=https://…" --as grower
  portolan present "openid4vp://…" --credential mill=sha256:1f0c… --as mill

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 nobody answers, 4 not signed in, or not allowed.`;

interface PresentFlags extends NodeFlags {
  readonly credential: readonly string[];
}

const COLUMNS = [{ title: 'Query' }, { title: 'Asked' }, { title: 'Credential' }, { title: 'Digest' }];
const TIMEOUT_MS = 20_000;

/** `portolan present`: shows credentials to a verifier that asks by OpenID4VP. */
export function presentCommand(io: Io): Command {
  const command = new Command('present')
    .description('Show credentials of your organization to a verifier that asks for them (OpenID4VP)')
    .argument('<address>', 'the openid4vp: address, or the address of the request object')
    .option(
      '--credential <query=digest>',
      'what answers a query; the only one that fits, unless told',
      collect,
      [],
    )
    .addHelpText('after', examples)
    .action(async (address: string, flags: PresentFlags) => {
      io.exitCode = await withNode(io, flags, (node) => present(io, node, address, flags));
    });
  return withNodeFlags(command);
}

async function present(
  io: Io,
  node: NodeClient,
  address: string,
  flags: PresentFlags,
): Promise<Outcome<number>> {
  const request = await fetchRequest(address);
  if (!request.ok) return request;
  const asked = await node.call(readVerifierRequest, { body: { request: request.value } });
  if (!asked.ok) return asked;
  const { queries, verifier } = asked.value;
  const named = new Map(flags.credential.map((text) => text.split('=', 2) as [string, string]));
  const open = queries.filter(({ id, candidates }) => !named.has(id) && candidates.length !== 1);
  if (open.length > 0) {
    const rows = open.flatMap(({ id, types, candidates }) =>
      candidates.length === 0
        ? [[id, types.join(', '), 'nothing fits', '']]
        : candidates.map(({ title, digest }) => [id, types.join(', '), title, digest]),
    );
    report(io, flags, asked.value, ['Choose with --credential <query>=<digest>:', ...table(COLUMNS, rows)]);
    return done(exitCodes.incomplete);
  }
  const credentials = queries.map(({ id, candidates }) => ({
    query: id,
    digest: named.get(id) ?? candidates[0]?.digest ?? '',
  }));
  const answer = await node.call(answerVerifier, { body: { request: request.value, credentials } });
  if (!answer.ok) return answer;
  const sent = await post(answer.value.responseUri, answer.value.form);
  if (!sent.ok) return sent;
  report(io, flags, { verifier, credentials }, [
    'Presented.',
    ...facts([
      ['Verifier', verifier],
      ...credentials.map(({ query, digest }): [string, string] => [query, digest]),
    ]),
  ]);
  return done(exitCodes.ok);
}

/** The request object that an address leads to. */
async function fetchRequest(address: string): Promise<Outcome<string>> {
  const uri = URL.canParse(address) ? new URL(address) : undefined;
  const requestUri =
    uri?.searchParams.get('request_uri') ?? (uri?.protocol === 'https:' ? uri.href : undefined);
  if (requestUri === undefined)
    return refuse(
      'CLI_OPTION_INVALID',
      {
        option: '<address>',
        value: address.slice(0, 100),
        expected: 'an openid4vp: address with request_uri',
      },
      exitCodes.usage,
    );
  return ask(requestUri, {});
}

function post(address: string, form: Readonly<Record<string, string>>): Promise<Outcome<string>> {
  return ask(address, { method: 'POST', body: new URLSearchParams(form) });
}

async function ask(address: string, init: RequestInit): Promise<Outcome<string>> {
  try {
    const answer = await fetch(address, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok) return done(await answer.text());
    return refuse('CLI_NODE_ANSWER', { url: address, status: answer.status });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return refuse('CLI_NODE_UNREACHABLE', { url: address, reason }, exitCodes.unreachable);
  }
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
