import { importOversight } from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { counted } from '../output/format.ts';
import { reportFailure } from '../output/report.ts';

const examples = `
Example, with what GET /api/oversight/published/<did> of the node of the agency answers:
  portolan policy import customs.json
${adminHelp}`;

/** `portolan policy import`: takes over what an agency of another node published, so that standings can be asked by its rules. */
export function policyImportCommand(io: Io): Command {
  const command = new Command('import')
    .description('Take over the policies and public acts of an agency of another node (operator)')
    .argument('<file>', 'what the agency published, JSON')
    .action(async (file: string, flags: AdminFlags) => {
      const document = await readJsonObject(file, 'what an agency published');
      if (!document.ok) {
        io.exitCode = reportFailure(io, flags, document);
        return;
      }
      await administer(
        io,
        flags,
        (context) => importOversight(context, document.value),
        ({ name, policies, acts }) => [
          `${name}: ${counted(policies.length, 'policy', 'policies')}, ${counted(acts.length, 'act')} taken over.`,
        ],
      );
    });
  return withAdminFlags(command).addHelpText('after', examples);
}
