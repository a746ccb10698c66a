import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sharedFile } from '../testing/shared.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-tables-'));
after(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('../../../../scripts/import/tariff-layers.ts', import.meta.url));
execFileSync(process.execPath, ['--conditions=portolan-source', script, sharedFile('data'), folder]);

for (const file of ['scopes.tsv', 'duty-layers.json', 'flags.tsv', 'concordance.tsv']) {
  test(`${file} equals a fresh import`, () => {
    const committed = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
    assert.ok(readFileSync(join(folder, file), 'utf8') === committed);
  });
}
