import { parseArgs } from 'node:util';

/** What a suite that drives its implementations by a container asks for, in the paths of this machine. */
export interface SuiteCommand {
  readonly verb: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Reads what a suite hands to `docker compose run <name> <verb> --input /tests/… --output /tests/…`: everything before the verb is
 * about containers, and `/tests` is the suite's own folder (PORTOLAN_SUITE).
 */
export function readCommand(args: readonly string[], verbs: readonly string[]): SuiteCommand {
  const at = args.findIndex((arg) => verbs.includes(arg));
  const rest = args.slice(at + 1);
  const names = rest.filter((arg) => arg.startsWith('--')).map((arg) => arg.slice(2));
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...rest], options });
  const folder = process.env.PORTOLAN_SUITE ?? '.';
  return {
    verb: args[at] ?? '',
    options: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        String(value).replace(/^\/tests\//, `${folder}/tests/`),
      ]),
    ),
  };
}
