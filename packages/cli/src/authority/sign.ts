import { randomUUID } from 'node:crypto';
import { type Draft, getDraft, getSession, takeAuthority, typeDraftFields } from '@portolan/contract';
import type { Signer } from '@portolan/credentials';
import { instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type Declared, declaredStatement, signFiling } from '@portolan/parties';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { NodeClient } from '../node/client.ts';
import { withNode } from '../node/connect.ts';
import type { NodeFlags } from '../node/flags.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { refusalLines } from '../output/refusals.ts';
import { report, reportFailure } from '../output/report.ts';
import { personSigner } from './key.ts';

interface SignFlags extends NodeFlags {
  readonly key: string;
  readonly name: string;
}

/** `portolan authority sign`: the person who is named in a draft signs what it declares, with its own key. */
export function authoritySignCommand(io: Io): Command {
  return new Command('sign')
    .description('Sign a draft as the person who answers for it, with your own key')
    .argument('<draft>', 'id of the draft')
    .requiredOption('--key <file>', 'your key; see authority key')
    .requiredOption('--name <name>', 'your name')
    .action(async (draft: string, flags: SignFlags) => {
      io.exitCode = await runSign(io, draft, flags);
    });
}

async function runSign(io: Io, id: string, flags: SignFlags): Promise<number> {
  const signer = await personSigner(io, flags.key);
  if (!signer.ok) return reportFailure(io, flags, signer);
  return withNode(io, flags, async (node) => {
    const signed = await signDraft(io, node, { id, name: flags.name, signer: signer.value });
    if (!signed.ok) return signed;
    const { statement, draft } = signed.value;
    const against = (draft.evaluation?.findings ?? []).filter(({ severity }) => severity === 'refuse');
    report(io, flags, signed.value, [
      `Signed: ${statement}`,
      draft.canFile ? 'The draft can be filed.' : 'It cannot be filed yet.',
      ...refusalLines(against),
    ]);
    return done(draft.canFile ? exitCodes.ok : exitCodes.incomplete);
  });
}

interface Signing {
  readonly id: string;
  readonly name: string;
  readonly signer: Signer;
}

/** Names the person in the draft, reads what it then declares, signs that here, and hands the signature in. */
async function signDraft(
  io: Io,
  node: NodeClient,
  { id, name, signer }: Signing,
): Promise<Outcome<{ statement: string; draft: Draft }>> {
  const session = await node.call(getSession);
  if (!session.ok) return session;
  const { name: filer = '', did = '' } = session.value?.tenant ?? {};
  const typed = { '/signatory/did': signer.did, '/signatory/name': name };
  const named = await node.call(typeDraftFields, { params: { id }, body: { typed } });
  if (!named.ok) return named;
  if (!named.value.evaluation) return refuse('CLI_DRAFT_OPEN', { id });
  const entry = named.value.entry as unknown as Declared;
  const at = named.value.storyAt ? instant(named.value.storyAt) : io.now();
  const filing = { entry, person: { name, did: signer.did }, organization: { name: filer, did } };
  const credential = await signFiling({ ...filing, id: randomUUID(), at }, signer, nodeCrypto);
  const story = named.value.storyAt ? { storyAt: named.value.storyAt } : {};
  const taken = await node.call(takeAuthority, { body: { credentials: [{ ...credential }], ...story } });
  if (!taken.ok) return taken;
  const draft = await node.call(getDraft, { params: { id } });
  return draft.ok ? done({ statement: declaredStatement(entry), draft: draft.value }) : draft;
}
