import { type RefusedExample, refusedExamples } from '../../packages/documents/src/testing/ubl-examples.ts';

/** docs/reference/ubl.md: which of the published UBL examples are refused, and why. */
export function ublPage(): string {
  return `# UBL

The papers from order to entry are read in UBL 2.0 to 2.5; other types are refused by name, with the reason ([documents.md](documents.md)
lists every example). Of the twelve orders and invoices among the OASIS examples, nine read. Three are refused, since they say something
that no entry can rest on. A refusal names the field and the mend;
\`npm run test:reference\` checks this table against the files.

| example | what it says | refused with | why |
|---|---|---|---|
${refusedExamples.map(row).join('\n')}
`;
}

function row({ file, says, refusals, why }: RefusedExample): string {
  return `| ${file} | ${says} | ${refusals.map((refusal) => `\`${refusal}\``).join('<br>')} | ${why} |`;
}
