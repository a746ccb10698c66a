import {
  getRegisterParty,
  listAttestations,
  publishAttestation,
  searchRegister,
  sendAttestations,
} from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { report } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
Examples:
  portolan party search harbor                              the public register, without signing in
  portolan party show did:key:z6Mk…
  portolan party attestations --as importer
  portolan party send sha256:… --to did:key:z6Mk… --as importer
  portolan party publish sha256:… --as importer-signer

${exitCodesHelp}`;

interface PartyFlags extends NodeFlags {
  readonly to: string;
  readonly subject?: string;
  readonly withdraw?: boolean;
}

/** `portolan party`: what is attested about organizations: yours, and what others made public. */
export function partyCommand(io: Io): Command {
  const group = new Command('party')
    .description('Organizations: public register, attestations you hold')
    .addHelpText('after', examples);
  const search = new Command('search')
    .description('Search the public register')
    .argument('[words...]', 'name or identifier');
  search.action(async (words: string[], flags: NodeFlags) => {
    io.exitCode = await runSearch(io, words.join(' '), flags);
  });
  const show = new Command('show')
    .description('What one organization made public')
    .argument('<did>', 'the organization');
  show.action(async (did: string, flags: NodeFlags) => {
    io.exitCode = await runShow(io, did, flags);
  });
  const attestations = new Command('attestations')
    .description('Attestations that you hold')
    .option('--subject <did>', 'only those about one organization');
  attestations.action(async (flags: PartyFlags) => {
    io.exitCode = await runAttestations(io, flags);
  });
  const send = new Command('send')
    .description('Send attestations on')
    .argument('<digest...>', 'which')
    .requiredOption('--to <did>', 'to whom');
  send.action(async (digests: string[], flags: PartyFlags) => {
    io.exitCode = await runSend(io, digests, flags);
  });
  const publish = new Command('publish')
    .description('Show an attestation about you in the public register')
    .argument('<digest>', 'which')
    .option('--withdraw', 'take it out again');
  publish.action(async (digest: string, flags: PartyFlags) => {
    io.exitCode = await runPublish(io, digest, flags);
  });
  for (const command of [search, show, attestations, send, publish])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group;
}

type View = {
  readonly type: string;
  readonly issuerName: string;
  readonly subjectName: string;
  readonly signedAt: string;
  readonly state: string;
  readonly digest: string;
};

function attestationTable(items: readonly View[]): string[] {
  const columns = ['About', 'What', 'By', 'Signed', 'State', 'Digest'].map((title) => ({ title }));
  return table(
    columns,
    items.map(({ type, issuerName, subjectName, signedAt, state, digest }) => [
      ...[subjectName, type, issuerName, when(signedAt), state, digest],
    ]),
  );
}

function runSearch(io: Io, q: string, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(searchRegister, { query: { ...(q ? { q } : {}), limit: 100 } });
    if (!page.ok) return page;
    const columns = ['Name', 'Attestations', 'DID'].map((title) => ({ title }));
    const rows = page.value.items.map(({ name, attestations, did }) => [
      name,
      String(attestations.length),
      did,
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(rows.length, 'organization')]);
    return done(exitCodes.ok);
  });
}

function runShow(io: Io, did: string, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const party = await node.call(getRegisterParty, { params: { did } });
    if (!party.ok) return party;
    const { name, identifiers, attestations } = party.value;
    report(io, flags, party.value, [
      name,
      ...identifiers.map(({ scheme, value }) => `  ${scheme} ${value}`),
      '',
      ...attestationTable(attestations),
    ]);
    return done(exitCodes.ok);
  });
}

function runAttestations(io: Io, flags: PartyFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const query = { limit: 200, ...(flags.subject ? { subject: flags.subject } : {}) };
    const page = await node.call(listAttestations, { query });
    if (!page.ok) return page;
    report(io, flags, page.value, [
      ...attestationTable(page.value.items),
      counted(page.value.total, 'attestation'),
    ]);
    return done(exitCodes.ok);
  });
}

function runSend(io: Io, digests: readonly string[], flags: PartyFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const sent = await node.call(sendAttestations, { body: { digests: [...digests], to: flags.to } });
    if (!sent.ok) return sent;
    report(io, flags, sent.value, [`${counted(sent.value.sent, 'attestation')} sent.`]);
    return done(exitCodes.ok);
  });
}

function runPublish(io: Io, digest: string, flags: PartyFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const isPublic = !flags.withdraw;
    const answer = await node.call(publishAttestation, { params: { digest }, body: { isPublic } });
    if (!answer.ok) return answer;
    report(io, flags, answer.value, [
      isPublic ? 'It stands in the public register.' : 'It is out of the public register.',
    ]);
    return done(exitCodes.ok);
  });
}
