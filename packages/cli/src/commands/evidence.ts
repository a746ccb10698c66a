import { writeFile } from 'node:fs/promises';
import { encryptEvidence, getEvidenceFile, shareEvidence } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { report } from '../output/report.ts';
import { facts } from '../output/table.ts';

const examples = `
The file holds the credential, its receipt, the issuer's status lists and keys: "portolan verify" and the page /verify check it
without any node. With --share the node gives an address to be printed on the paper; it leads to the same check.

Examples:
  portolan evidence sha256:1f0c… --save certificate.evidence.json --as grower
  portolan evidence sha256:1f0c… --for did:key:z6Mk… --reason "for the carrier" --save sealed.json --as grower
  portolan evidence sha256:1f0c… --share "printed for the truck" --as grower

${exitCodesHelp}`;

interface EvidenceFlags extends NodeFlags {
  readonly save?: string;
  readonly share?: string;
  readonly for?: readonly string[];
  readonly reason?: string;
}

/** `portolan evidence`: the file by which anybody verifies a credential offline. */
export function evidenceCommand(io: Io): Command {
  const command = new Command('evidence')
    .description('One file by which anybody verifies a credential of yours, without a node')
    .argument('<digest>', 'digest of the credential')
    .option('--save <file>', 'write the file there')
    .option('--share <reason>', 'give an address to print on the paper, and why')
    .option('--for <did...>', 'encrypt the file, so that only the owners of these did:key open it')
    .option('--reason <text>', 'why it is given to them')
    .addHelpText('after', examples)
    .action(async (digest: string, flags: EvidenceFlags) => {
      io.exitCode = await runEvidence(io, digest, flags);
    });
  return withNodeFlags(command);
}

async function runEvidence(io: Io, digest: string, flags: EvidenceFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    if (flags.share !== undefined) {
      const shared = await node.call(shareEvidence, { params: { digest }, body: { reason: flags.share } });
      if (!shared.ok) return shared;
      report(io, flags, shared.value, facts([['Address', shared.value.address]]));
      return done(exitCodes.ok);
    }
    const file = flags.for
      ? await node.call(encryptEvidence, {
          params: { digest },
          body: { recipients: [...flags.for], reason: flags.reason ?? 'asked for at the command line' },
        })
      : await node.call(getEvidenceFile, { params: { digest } });
    if (!file.ok) return file;
    const text = JSON.stringify(file.value, null, 2);
    if (flags.save) await writeFile(flags.save, `${text}\n`);
    report(io, flags, file.value, flags.save ? facts([['Saved', flags.save]]) : [text]);
    return done(exitCodes.ok);
  });
}
