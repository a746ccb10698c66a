import { credentialsCatalogue } from '@portolan/credentials';
import { documentsCatalogue } from '@portolan/documents';
import { filingCatalogue } from '@portolan/filing';
import { type Catalogue, kernelCatalogue } from '@portolan/kernel';
import { ledgerCatalogue } from '@portolan/ledger';
import { programs } from '@portolan/programs';
import { nodeCatalogues } from '@portolan/server';
import { tariffCatalogue } from '@portolan/tariff';

/** docs/reference/refusals.md: every code of every catalogue. */
export function refusalsPage(): string {
  const catalogues: Catalogue[] = [
    kernelCatalogue,
    credentialsCatalogue,
    ledgerCatalogue,
    documentsCatalogue,
    tariffCatalogue,
    filingCatalogue,
    ...programs.map((program) => program.catalogue),
    ...nodeCatalogues,
  ];
  return `# Refusals

Generated from the catalogues of the rooms. A refusal names its code, the path of the field, whose fault it is and how to
mend it; words in braces are filled in.

${catalogues.map(section).join('\n')}`;
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
