import { documentsCatalogue } from '@portolan/documents';
import { kernelCatalogue } from '@portolan/kernel';
import { whyUnread } from '../../packages/documents/src/read/ubl/readers.ts';
import { type SampleRow, sampleTable } from '../../packages/documents/src/testing/sample-table.ts';

const titles: Readonly<Record<string, string>> = {
  dcsa: 'DCSA: transport documents, shipping instructions, arrival notices, track and trace',
  'edi-samples': 'X12 and EDIFACT',
  'ubl-2.5-examples': 'UBL',
};

/** docs/reference/documents.md: how each published sample document is read, or why it is not. */
export function documentsPage(): string {
  const rows = sampleTable();
  const files = new Set(rows.map(({ folder, file }) => `${folder}/${file}`)).size;
  const read = rows.filter(({ format }) => format !== '');
  return `# Sample documents

Every published sample that this project keeps beside it (${files} files; collections count each example: ${rows.length} documents) is read, or
refused with a reason. ${read.length} are read. \`npm run test:reference\` checks this table against the files;
\`scripts/import/document-samples.ts\` writes it anew. Messages of X12 are read with the agreement of invented trading partners, since they
leave names and currency to it.

${Object.entries(titles)
  .map(([folder, title]) =>
    section(
      title,
      rows.filter((row) => row.folder === folder),
    ),
  )
  .join('\n')}`;
}

function section(title: string, rows: readonly SampleRow[]): string {
  return `## ${title}

| sample | read as | refused with | why |
|---|---|---|---|
${rows.map(row).join('\n')}
`;
}

function row({ file, part, types, refusals }: SampleRow): string {
  const name = part === '' ? file : `${file}: ${part}`;
  const codes =
    refusals === ''
      ? ''
      : refusals
          .split('; ')
          .map((refusal) => `\`${refusal}\``)
          .join('<br>');
  return `| ${name} | ${types} | ${codes} | ${refusals === '' ? '' : reason(file, refusals)} |`;
}

/** The words of the first refusal, with what the file's own name tells of it. */
function reason(file: string, refusals: string): string {
  const [code = ''] = refusals.split(' ');
  if (code === 'DOC_DCSA_MESSAGE' && !own[file])
    return 'it carries no document: an error, an acknowledgement, a notification or a change of status';
  if (code === 'DOC_UBL_UNKNOWN') return whyUnread(file.replace(/^UBL-/, '').split('-')[0] ?? '');
  const entries: Record<string, { readonly message: string; readonly mend: string }> = {
    ...kernelCatalogue.entries,
    ...documentsCatalogue.entries,
  };
  return own[file] ?? entries[code]?.mend ?? '';
}

/** Samples whose reason says more than their refusal's mend. */
const own: Readonly<Record<string, string>> = {
  'x12.810-850-dual.edi':
    'its unit CA (case) is no unit of UNECE Recommendation 20, and its 850 is of version 3010 with two-digit years',
  'x12.850.issue135.edi': 'one segment has lost its terminator, so that one of the ten lines is swallowed',
  'x12.832.edi': 'it is a price catalogue, of which nothing is ordered yet',
  '210-MGCTLYST-SAMPLE.edi': "it is the carrier's bill for freight, and no paper of the goods",
  '990-MGCTLYST-SAMPLE.edi': "it is a carrier's answer to a load tender and says nothing of the goods",
  'tnt-220-response-wrong-attribute-values.json': 'made wrong by its publisher: an event has no name',
  'tnt-220-response-wrong-date-times.json': 'made wrong by its publisher: dates are missing or are none',
  'tnt-220-response-wrong-structure.json': 'made wrong by its publisher: events stand in lists within a list',
  'UBL-CreditNote-2.1-Example.xml':
    'two of its lines credit less than nothing: a debit belongs on a debit note',
  'UBL-SelfBilledCreditNote-2.1-Example.xml':
    'two of its lines credit less than nothing: a debit belongs on a debit note',
};
