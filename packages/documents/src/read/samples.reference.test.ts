import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSample } from '../testing/read-sample.ts';
import { sampleFolders, samplePartners } from '../testing/sample-partners.ts';
import { sampleRows } from '../testing/sample-rows.ts';
import { sampleTable } from '../testing/sample-table.ts';

const shared =
  process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));

describe('the sample documents', () => {
  const read = sampleFolders.flatMap((folder) => {
    const path = join(shared, 'data/documents', folder);
    return readdirSync(path)
      .sort()
      .flatMap((file) => readSample(folder, file, readFileSync(join(path, file)), samplePartners));
  });

  it('are each read, or refused for the reasons that the table lists', () => {
    assert.deepEqual(read, sampleRows.trim().split('\n'));
  });

  it('are so many: 121 files, of which so many are read', () => {
    const files = new Set(sampleTable().map(({ folder, file }) => `${folder}/${file}`));
    assert.equal(files.size, 121);
    const isRead = sampleTable().filter(({ part, format }) => part === '' && format !== '');
    assert.equal(isRead.length, 59);
    for (const { format, refusals } of sampleTable()) assert.notEqual(format === '', refusals === '');
  });
});
