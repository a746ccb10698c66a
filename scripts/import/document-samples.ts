import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSample } from '../../packages/documents/src/testing/read-sample.ts';
import { sampleFolders, samplePartners } from '../../packages/documents/src/testing/sample-partners.ts';

/**
 * Writes down how each sample document of the folder given (its dcsa, edi-samples and ubl-2.5-examples) is read, or with what it
 * is refused: `node scripts/import/document-samples.ts <folder>`. The samples themselves stay where they are.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('give the folder with the sample documents');
const rows = sampleFolders.flatMap((name) =>
  readdirSync(join(folder, name))
    .sort()
    .flatMap((file) => readSample(name, file, readFileSync(join(folder, name, file)), samplePartners)),
);
const text = `/** Written by scripts/import/document-samples.ts: folder, file, part, format, documents, refusals. */
export const sampleRows = \`
${rows.join('\n')}
\`;
`;
writeFileSync(
  fileURLToPath(new URL('../../packages/documents/src/testing/sample-rows.ts', import.meta.url)),
  text,
);
