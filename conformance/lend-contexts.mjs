import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Loaded before a suite's own tests (`node --import`), in the Node.js that runs them: hands contexts that a suite's credentials
 * use to the shared package that makes the test credentials, which knows only some. Nothing of the suite itself is changed.
 */
const contexts = JSON.parse(process.env.PORTOLAN_LENT_CONTEXTS ?? '{}');
const known = 'node_modules/data-integrity-test-suite-assertion/vc-generator/contexts.js';
const { contextMap } = await import(pathToFileURL(join(process.cwd(), known)).href);
for (const [url, file] of Object.entries(contexts)) {
  if (!contextMap.has(url)) contextMap.set(url, JSON.parse(readFileSync(file, 'utf8')));
}
