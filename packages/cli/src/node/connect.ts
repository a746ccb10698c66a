import { listSampleMembers, type SampleMemberView, signIn, signOut } from '@portolan/contract';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { reportFailure } from '../output/report.ts';
import { NodeClient } from './client.ts';
import { defaultNode, type NodeFlags } from './flags.ts';

/** Roles in the order in which a sample organization is best represented by one of its members. */
const preferred = ['filer', 'signer', 'officer', 'lead', 'viewer'];

/** Runs a command against a node as the member that the flags name, and signs out after it. */
export async function withNode(
  io: Io,
  flags: NodeFlags,
  work: (node: NodeClient) => Promise<Outcome<number>>,
): Promise<number> {
  const node = await connect(io, flags);
  if (!node.ok) return reportFailure(io, flags, node);
  const outcome = await work(node.value.client);
  await node.value.close();
  return outcome.ok ? outcome.value : reportFailure(io, flags, outcome);
}

interface Connection {
  readonly client: NodeClient;
  close(): Promise<unknown>;
}

async function connect(io: Io, flags: NodeFlags): Promise<Outcome<Connection>> {
  const url = flags.node ?? io.env.PORTOLAN_NODE ?? defaultNode;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    return refuse('CLI_NODE_URL', { url }, exitCodes.usage);
  const client = new NodeClient(address.origin);
  if (flags.as !== undefined) return signInAs(client, address, flags.as);
  const token = flags.token ?? io.env.PORTOLAN_TOKEN;
  const known = token ? client.with({ authorization: `Bearer ${token}` }) : client;
  return done({ client: known, close: async () => undefined });
}

async function signInAs(
  client: NodeClient,
  { hostname, origin }: URL,
  name: string,
): Promise<Outcome<Connection>> {
  if (!isLoopback(hostname)) return refuse('CLI_MEMBER_REMOTE', { url: origin }, exitCodes.notAllowed);
  const members = await client.call(listSampleMembers);
  if (!members.ok) return members;
  const member = findMember(members.value.items, name);
  if (!member)
    return refuse(
      'CLI_MEMBER_UNKNOWN',
      { member: name, members: namesOf(members.value.items) },
      exitCodes.notAllowed,
    );
  const answer = await client.send(signIn, { body: { member: member.id } });
  if (!answer.ok) return answer;
  const cookie = answer.value.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (!answer.value.ok || !cookie)
    return refuse(
      'CLI_NODE_ANSWER',
      { url: answer.value.url, status: answer.value.status },
      exitCodes.notAllowed,
    );
  const known = client.with({ cookie });
  return done({ client: known, close: () => known.call(signOut) });
}

/** 'broker' is the best member of that organization; 'broker-filer' names the role; an id or a full name is exact. */
function findMember(members: readonly SampleMemberView[], name: string): SampleMemberView | undefined {
  const exact = members.find(
    (member) => member.id === name || member.name === name || nameOf(member) === name,
  );
  const organization = members.filter(({ tenant }) => tenant.slug === name);
  return exact ?? organization.toSorted((left, right) => rank(left) - rank(right))[0];
}

function rank({ role }: SampleMemberView): number {
  return preferred.indexOf(role);
}

function nameOf({ tenant, role }: SampleMemberView): string {
  return `${tenant.slug}-${role}`;
}

function namesOf(members: readonly SampleMemberView[]): string {
  return [...new Set(members.map(nameOf))].join(', ') || 'none (the node has no sample community)';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
