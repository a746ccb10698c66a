import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '@portolan/kernel';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** docs/reference/refusals.md: every code of every catalogue in the house, found by the name of its file. */
export async function refusalsPage(): Promise<string> {
  const files = globSync('packages/*/src/**/catalogue.ts', { cwd: root }).sort();
  const modules = await Promise.all(files.map((file) => import(`${root}${file}`) as Promise<object>));
  const catalogues = modules.flatMap((module) => Object.values(module).filter(isCatalogue));
  return `# Refusals

Generated from the catalogues of the rooms. A refusal names its code, the path of the field, whose fault it is and how to
mend it; words in braces are filled in.

${catalogues.map(section).join('\n')}`;
}

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === 'object' && value !== null && 'room' in value && 'entries' in value;
}

function section(catalogue: Catalogue): string {
  const rows = Object.entries(catalogue.entries)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([code, entry]) => {
      const cite = entry.cite ? ` (${entry.cite})` : '';
      return `| \`${code}\` | ${entry.fault} | ${cell(entry.message)}${cell(cite)} | ${cell(entry.mend)} |`;
    });
  return `## ${catalogue.room}\n\n| code | whose fault | meaning | mend |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
