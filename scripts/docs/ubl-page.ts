import { type RefusedExample, refusedExamples } from '../../packages/documents/src/testing/ubl-examples.ts';

/** docs/reference/ubl.md: which of the published UBL examples are refused, and why. */
export function ublPage(): string {
  return `# UBL

Orders and invoices in UBL 2.0 to 2.5 are read; other types are refused by name. Of the twelve orders and invoices among the OASIS
examples, nine read. Three are refused, since they say something that no entry can rest on. A refusal names the field and the mend;
\`npm run test:reference\` checks this table against the files.

| example | what it says | refused with | why |
|---|---|---|---|
${refusedExamples.map(row).join('\n')}
`;
}

function row({ file, says, refusals, why }: RefusedExample): string {
  return `| ${file} | ${says} | ${refusals.map((refusal) => `\`${refusal}\``).join('<br>')} | ${why} |`;
}
