import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentsPage } from './docs/documents-page.ts';
import { formsPage } from './docs/forms-page.ts';
import { refusalsPage } from './docs/refusals-page.ts';
import { routesPage } from './docs/routes-page.ts';
import { tariffPage } from './docs/tariff-page.ts';
import { ublPage } from './docs/ubl-page.ts';

/** Pages that are made from code, so that they can't disagree with it; `--check` refuses a stale one. */
const pages: Record<string, () => string | Promise<string>> = {
  'docs/reference/refusals.md': refusalsPage,
  'docs/reference/http.md': routesPage,
  'docs/reference/forms.md': formsPage,
  'docs/reference/ubl.md': ublPage,
  'docs/reference/documents.md': documentsPage,
  'docs/tariff.md': tariffPage,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [file, page] of Object.entries(pages)) {
  const path = `${root}${file}`;
  const text = await page();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (!check) writeFileSync(path, text);
  stale.push(file);
}
for (const file of stale) console.log(`${check ? 'stale' : 'written'}: ${file}`);
if (check && stale.length > 0) console.error('Run "npm run docs:generate" and commit the result.');
process.exit(check && stale.length > 0 ? 1 : 0);
