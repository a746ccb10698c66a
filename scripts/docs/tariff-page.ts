import type { DutyLayer, Edition, Stacking } from '../../packages/tariff/src/index.ts';
import { loadEmbeddedReference } from '../../packages/tariff/src/node.ts';
import { originVectors } from '../../packages/tariff/src/origin/testing/vectors.ts';
import { dutyVectors } from '../../packages/tariff/src/testing/vectors/duty.ts';
import { feeVectors } from '../../packages/tariff/src/testing/vectors/fees.ts';
import { identifierVectors } from '../../packages/tariff/src/testing/vectors/identifiers.ts';
import type { Vector } from '../../packages/tariff/src/value/testing/vector.ts';
import { valueVectors } from '../../packages/tariff/src/value/testing/vectors.ts';
import { rateLines } from './tariff-rate-lines.ts';

const sections: readonly [string, readonly Vector[]][] = [
  ['Duty', dutyVectors],
  ['Fees', feeVectors],
  ['Customs value', valueVectors],
  ['Origin', originVectors],
  ['Numbers on an entry', identifierVectors],
];

/** docs/tariff.md: every vector with expected and computed, the rate lines of the editions, the layers and how they stack. */
export function tariffPage(): string {
  const { editions, dutyLayers, stacking } = loadEmbeddedReference();
  const count = sections.reduce((sum, [, vectors]) => sum + vectors.length, 0);
  const unequal = sections.flatMap(([, vectors]) =>
    vectors.filter((vector) => vector.computed() !== vector.expected),
  );
  if (unequal.length > 0) throw new Error(`unequal: ${unequal.map(({ title }) => title).join('; ')}`);
  return `# Tariff: what is computed, and by which facts

Generated from \`packages/tariff\`; every row is computed when this page is made, and the page is refused where one is
unequal. "published": read in its source; "computed": worked out by hand from a rule that was.

${count} cases.

${sections.map(vectorSection).join('\n')}
## Rate lines

Every rate text of every column of the editions that come with the package.

| edition | in force from | known to | rows | rate texts | read | not read |
|---|---|---|---|---|---|---|
${editions.map(editionRow).join('\n')}

## Layers of additional duty

Of the rows of a layer that are in force on the date and were known by then, the first that fits the goods decides.

| layer | name | rows | from | to | known to | certainty |
|---|---|---|---|---|---|---|
${dutyLayers.map(layerRow).join('\n')}

## How layers stand to one another

"excludes": value that the first charges is not charged by the second. "precedes": is computed and reported before it.

| layer | relation | other | from | to | why | citation | certainty |
|---|---|---|---|---|---|---|---|
${stacking.map(stackingRow).join('\n')}
`;
}

function vectorSection([title, vectors]: readonly [string, readonly Vector[]]): string {
  const rows = vectors.map(
    ({ title: of, source, certainty, expected, computed }) =>
      `| ${cell(of)} | ${cell(source)} | ${certainty} | ${cell(expected)} | ${cell(computed())} |`,
  );
  return `## ${title}\n\n| case | source | certainty | expected | computed |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function editionRow(edition: Edition): string {
  const { texts, unread } = rateLines(edition);
  const shown = unread.length === 0 ? 'none' : unread.map(cell).join('; ');
  const { id, effective, horizon, size } = edition;
  return `| ${id} | ${effective} | ${horizon} | ${size} | ${texts} | ${texts - unread.length} | ${shown} |`;
}

function layerRow({ id, name, rows, horizon = '' }: DutyLayer): string {
  const from = rows.map((row) => row.from).sort()[0] ?? '';
  const ends = rows.map((row) => row.to);
  const to = ends.includes(undefined) ? '' : (ends.map(String).sort().at(-1) ?? '');
  const certainty = [...new Set(rows.map((row) => row.certainty))].join(', ');
  return `| \`${id}\` | ${name} | ${rows.length} | ${from} | ${to} | ${horizon} | ${certainty} |`;
}

function stackingRow({ layer, relation, other, from, to = '', why, cite, certainty }: Stacking): string {
  return `| \`${layer}\` | ${relation} | \`${other}\` | ${from} | ${to} | ${cell(why)} | ${cell(cite)} | ${certainty} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
