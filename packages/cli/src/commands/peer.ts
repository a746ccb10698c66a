import { ok } from '@portolan/kernel';
import { addPeer, listPeers, type Peer } from '@portolan/server/platform';
import { Command, Option } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import { readBytes } from '../files.ts';
import type { Io } from '../io.ts';
import { done, type Outcome } from '../outcome.ts';
import { reportFailure } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Examples:
  portolan peer add did:web:customs.example --name "Customs" --kind agency --url https://customs.example
  portolan peer list
${adminHelp}`;

interface AddFlags extends AdminFlags {
  readonly name: string;
  readonly kind: Peer['kind'];
  readonly url: string;
  readonly document?: string;
}

/** `portolan peer`: parties of other nodes, and where those nodes are. Addresses are never taken from messages. */
export function peerCommand(io: Io): Command {
  const add = new Command('add')
    .description('Enter a party of another node; entering it again changes its address')
    .argument('<did>', 'identifier of the party')
    .requiredOption('--name <name>', 'its name')
    .addOption(new Option('--kind <kind>', 'agency or trade').choices(['agency', 'trade']).default('trade'))
    .requiredOption('--url <url>', 'address of its node')
    .option(
      '--document <file>',
      'its DID document, or the did.jsonl of a did:webvh, where the node is not to fetch it',
    )
    .option('--fetch-from <host>', 'host that may be asked for its DID document, beside --url', collect)
    .action(async (did: string, { name, kind, url, document, ...flags }: AddFlags) => {
      const handed = await readDocument(document);
      if (!handed.ok) {
        io.exitCode = reportFailure(io, flags, handed);
        return;
      }
      await administer(
        io,
        flags,
        (context) => addPeer(context, { did, name, kind, baseUrl: url }, handed.value),
        (peer) => [`${peer.name} is a peer.`, ...facts([['Address', peer.baseUrl]])],
      );
    });
  const list = new Command('list').description('Parties of other nodes').action(async (flags: AdminFlags) => {
    const columns = ['Name', 'Kind', 'Address', 'DID'].map((title) => ({ title }));
    await administer(
      io,
      flags,
      async (context) => ok(await listPeers(context)),
      (peers) =>
        table(
          columns,
          peers.map(({ name, kind, baseUrl, did }) => [name, kind, baseUrl, did]),
        ),
    );
  });
  const group = new Command('peer')
    .description('Parties of other nodes (operator)')
    .addHelpText('after', examples);
  for (const command of [add, list]) group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}

async function readDocument(file: string | undefined): Promise<Outcome<string | undefined>> {
  if (file === undefined) return done(undefined);
  const bytes = await readBytes(file);
  return bytes.ok ? done(new TextDecoder().decode(bytes.value)) : bytes;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
