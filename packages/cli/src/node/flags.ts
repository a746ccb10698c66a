import type { Command } from 'commander';
import type { OutputFlags } from '../output/report.ts';

/** Which node, and who asks. */
export interface NodeFlags extends OutputFlags {
  readonly node?: string;
  readonly token?: string;
  readonly as?: string;
}

export const defaultNode = 'http://127.0.0.1:8321';

/** Adds the options of every command that speaks to a node. */
export function withNodeFlags(command: Command): Command {
  return withJsonFlag(
    command
      .option('--node <url>', `node to speak to (PORTOLAN_NODE; ${defaultNode})`)
      .option('--token <token>', 'API token of a member (PORTOLAN_TOKEN)')
      .option(
        '--as <member>',
        'sign in as a sample member, such as broker or agency-lead; this machine only',
      ),
  );
}

export function withJsonFlag(command: Command): Command {
  return command.option('--json', 'print JSON for machines');
}
