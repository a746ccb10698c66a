import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Node 24 installed by npm beside the project; the running Node where it is new enough. */
export function nodeBinary(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const installed = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(installed)) return installed;
  throw new Error('Node 24 is not installed beside the project: run "npm install" in the project folder.');
}
