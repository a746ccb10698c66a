import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of official files that reference tests read: PORTOLAN_SHARED, else `shared` beside the repository. */
export function sharedFile(path: string): string {
  const root =
    process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`reference data is missing: ${file}`);
  return file;
}
