import { block7501, formBlocks } from '@portolan/filing';
import { date } from '@portolan/kernel';

const BEFORE = date('2025-09-30');
const SINCE = date('2025-10-01');

/** docs/reference/forms.md: where each field of an entry stands on the forms and in the message. */
export function formsPage(): string {
  const rows = Object.entries(formBlocks).map(([field, { label, block3461, catair }]) => {
    const position = catair ? `${catair.record}, ${catair.start}, ${catair.length}` : '';
    return `| \`${field}\` | ${label} | ${block7501(field, SINCE) ?? ''} | ${block7501(field, BEFORE) ?? ''} | ${block3461 ?? ''} | ${position} |`;
  });
  return `# Where a field stands

Generated from \`packages/filing\`. The form 7501 of October 2025 inserted four blocks (melt and pour, smelt, cast), so later
blocks moved by four. CATAIR: record, first column, length of the entry summary (AE).

| field | label | 7501 (10/25) | 7501 (earlier) | 3461 | CATAIR AE |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
