import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sharedFile } from '../../testing/shared.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-origin-'));
after(() => rmSync(folder, { recursive: true }));

test('origin-rules.json equals a fresh import of the transcriptions', () => {
  const script = fileURLToPath(new URL('../../../../../scripts/import/origin-rules.ts', import.meta.url));
  execFileSync(process.execPath, ['--conditions=portolan-source', script, sharedFile('data'), folder]);
  const committed = readFileSync(new URL('../../../data/origin-rules.json', import.meta.url), 'utf8');
  assert.ok(readFileSync(join(folder, 'origin-rules.json'), 'utf8') === committed);
});
