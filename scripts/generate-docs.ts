import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { refusalsPage } from './docs/refusals-page.ts';
import { routesPage } from './docs/routes-page.ts';
import { formsPage } from './docs/forms-page.ts';

/** Pages that are made from code, so that they can't disagree with it; `--check` refuses a stale one. */
const pages: Record<string, () => string> = {
  'docs/reference/refusals.md': refusalsPage,
  'docs/reference/http.md': routesPage,
  'docs/reference/forms.md': formsPage,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale = Object.entries(pages).filter(([file, page]) => {
  const path = `${root}${file}`;
  const text = page();
  const same = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (!same && !check) writeFileSync(path, text);
  return !same;
});
for (const [file] of stale) console.log(`${check ? 'stale' : 'written'}: ${file}`);
if (check && stale.length > 0) console.error('Run "npm run docs:generate" and commit the result.');
process.exit(check && stale.length > 0 ? 1 : 0);
