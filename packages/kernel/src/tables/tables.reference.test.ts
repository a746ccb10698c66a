import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../../', import.meta.url);
const source = join(process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../shared', root)), 'data/codes');
if (!existsSync(source)) throw new Error(`reference data is missing: ${source}`);

const folder = mkdtempSync(join(tmpdir(), 'portolan-codes-'));
after(() => rmSync(folder, { recursive: true }));
const script = fileURLToPath(new URL('scripts/import/codes.ts', root));
execFileSync(process.execPath, ['--conditions=portolan-source', script, source, folder]);

for (const file of ['countries.ts', 'currencies.ts', 'units.ts', 'ports-d.ts']) {
  test(`${file} equals a fresh import of the published list`, () => {
    const committed = readFileSync(new URL(file, import.meta.url), 'utf8');
    assert.ok(readFileSync(join(folder, file), 'utf8') === committed);
  });
}
