/** One command of a guide: what it runs, and under which name its output is kept for later commands. */
export interface GuideStep {
  readonly args: readonly string[];
  readonly keeps?: string;
  /** Path into the JSON output that is kept, such as 'member.id'. */
  readonly path?: string;
}

const assigned = /^([A-Z_]+)=\$\(portolan (.*) --json \| jq -r \.([\w.]+)\)$/;
const plain = /^([A-Z_]+)="(.*)"$/;
const word = /"([^"]*)"|'([^']*)'|(\S+)/g;

/** The shell commands below one heading of a guide, in order; a line that ends in a backslash goes on. */
export function commandsBelow(guide: string, heading: string): string[] {
  const [, rest = ''] = guide.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  const lines = blocks
    .join('')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * Reads one command with the variables kept so far: `portolan …`, `NAME=$(portolan … --json | jq -r .path)`, and
 * `NAME="text"`, which is kept at once. Throws on anything else: a guide has no more of the shell than that.
 */
export function readCommand(line: string, variables: Map<string, string>): GuideStep | undefined {
  const text = plain.exec(line);
  if (text) {
    variables.set(text[1] ?? '', text[2] ?? '');
    return undefined;
  }
  const kept = assigned.exec(line);
  const command = kept ? `portolan ${kept[2]}` : line;
  if (!command.startsWith('portolan ')) throw new Error(`not a command of the guide's kind: ${line}`);
  const filled = command.replace(/\$([A-Z_]+)/g, (_whole, name: string) => {
    const value = variables.get(name);
    if (value === undefined) throw new Error(`$${name} is not set before: ${line}`);
    return value;
  });
  const args = [...filled.matchAll(word)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  const [keeps, path] = [kept?.[1], kept?.[3]];
  return { args: args.slice(1), ...(keeps && path ? { keeps, path } : {}) };
}

/** The member of JSON that a path such as 'member.id' names. */
export function memberAt(value: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
  if (typeof found !== 'string') throw new Error(`the output has no ${path}`);
  return found;
}
