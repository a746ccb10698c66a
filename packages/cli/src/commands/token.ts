import { type Instant, ok, parseInstant, type Result, refused } from '@portolan/kernel';
import { addToken, revokeToken, type TokenScope, tokenScopes } from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import { cliCatalogue } from '../catalogue.ts';
import type { Io } from '../io.ts';
import { facts } from '../output/table.ts';

const examples = `
Scopes: ${tokenScopes.join(', ')}.

Examples:
  portolan token add acme-brokers --member 0197f3c2-… --label "night run" --scope read --scope file
  portolan token revoke acme-brokers 0197f3c2-…
${adminHelp}`;

interface AddFlags extends AdminFlags {
  readonly member: string;
  readonly label: string;
  readonly scope: readonly string[];
  readonly until?: string;
}

/** `portolan token`: API tokens that act as a member within their scopes. */
export function tokenCommand(io: Io): Command {
  const add = new Command('add')
    .description('Make an API token for a member')
    .argument('<tenant>', 'short name of the organization')
    .requiredOption('--member <id>', 'the member that the token acts as')
    .requiredOption('--label <text>', 'what it is for')
    .option('--scope <scope>', 'what it may do; may be repeated (read)', collect, [])
    .option('--until <time>', 'when it ends')
    .action(async (tenant: string, flags: AddFlags) => {
      await administer(
        io,
        flags,
        async (context) => {
          const scopes = scopesOf(flags.scope);
          const until = flags.until === undefined ? ok(undefined) : parseInstant(flags.until, '/until');
          if (!scopes.ok || !until.ok) return scopes.ok ? (until as Result<never>) : scopes;
          const { member: memberId, label } = flags;
          const end = until.value as Instant | undefined;
          return addToken(context, {
            tenant,
            memberId,
            label,
            scopes: scopes.value,
            ...(end && { expiresAt: end }),
          });
        },
        ({ id, token }) => [
          ...facts([
            ['Token', token],
            ['Id', id],
          ]),
          'The token is shown this once; hand it over as PORTOLAN_TOKEN.',
        ],
      );
    });
  const revoke = new Command('revoke')
    .description('Withdraw a token at once')
    .argument('<tenant>', 'short name of the organization')
    .argument('<id>', 'id of the token')
    .action(async (tenant: string, id: string, flags: AdminFlags) => {
      await administer(
        io,
        flags,
        (context) => revokeToken(context, tenant, id),
        () => ['The token is withdrawn.'],
      );
    });
  const group = new Command('token').description('API tokens (operator)').addHelpText('after', examples);
  for (const command of [add, revoke])
    group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}

function scopesOf(given: readonly string[]): Result<TokenScope[]> {
  const wrong = given.find((scope) => !tokenScopes.some((known) => known === scope));
  if (wrong !== undefined) {
    const params = { option: '--scope', value: wrong, expected: `one of ${tokenScopes.join(', ')}` };
    return refused(cliCatalogue.refuse('CLI_OPTION_INVALID', { params }));
  }
  return ok(given.length === 0 ? ['read'] : tokenScopes.filter((scope) => given.includes(scope)));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
