import { globSync } from 'node:fs';

/** One command of the README's tour and the output printed there. */
export interface TourStep {
  readonly args: readonly string[];
  readonly printed: string;
}

const BLOCK = /```console\n([\s\S]*?)```/g;
const WORD = /"([^"]*)"|'([^']*)'|(\S+)/g;

/** The commands of every console block, in order, with the lines below each. */
export function tourOf(readme: string): TourStep[] {
  return [...readme.matchAll(BLOCK)].flatMap(([, block]) => steps(block ?? ''));
}

/** The README with other outputs below its commands, in order. */
export function retold(readme: string, outputs: readonly string[]): string {
  const rest = [...outputs];
  return readme.replace(BLOCK, (_whole, block: string) => {
    const told = commandsOf(block).map((command) => `$ portolan ${command}\n${rest.shift() ?? ''}\n`);
    return `\`\`\`console\n${told.join('')}\`\`\``;
  });
}

function commandsOf(block: string): string[] {
  return [...block.matchAll(/^\$ portolan (.*)$/gm)].map(([, command]) => command ?? '');
}

function steps(block: string): TourStep[] {
  const parts = block.split(/^\$ portolan /m).slice(1);
  return parts.map((part) => {
    const [command = '', ...printed] = part.split('\n');
    return { args: words(command), printed: printed.join('\n').trimEnd() };
  });
}

function words(command: string): string[] {
  return [...command.matchAll(WORD)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}

/** What a shell would make of the words at this node: its address, its log's key, files by pattern. */
export function expand(args: readonly string[], at: { logKey: string; folder: string }): string[] {
  return args.flatMap((word) => {
    if (word.startsWith('$(curl')) return [at.logKey];
    const placed = word.replace(/^receipts/, at.folder);
    return placed.includes('*') ? globSync(placed) : [placed];
  });
}

/** The output without what differs from node to node: digests, places in the log and the log's own name. */
export function unnamed(output: string, folder: string): string {
  return output
    .replaceAll(folder, 'receipts')
    .replace(/sha256:[0-9a-f]+(…[0-9a-f]+)?/g, 'sha256:0')
    .replace(/ \d+( +sha256:0)$/gm, ' 0$1')
    .replace(/([Ll]eaf +)\d+ of \d+/g, '$10 of 0')
    .replace(/-[0-9a-f]{8}\.receipt/g, '-0.receipt')
    .replace(/[0-9a-f-]{36}\.portolan\.example/g, 'node.portolan.example')
    .replace(/[ \t]+$/gm, '')
    .replace(/-{3,}/g, '---')
    .replace(/ {2,}/g, '  ');
}
