import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The rooms in their order: a room imports only rooms before it (docs/architecture.md). */
const rooms = [
  'kernel',
  'credentials',
  'ledger',
  'documents',
  'traceability',
  'parties',
  'tariff',
  'filing',
  'programs',
  'contract',
  'server',
  'cli',
  'web',
] as const;
/** Rooms that also run in a browser or must stay free of input and output. */
const pure = new Set<string>([
  'kernel',
  'credentials',
  'ledger',
  'documents',
  'traceability',
  'parties',
  'tariff',
  'filing',
  'programs',
  'contract',
]);
/** The Node sides of pure rooms, kept apart under names of their own. */
const NODE_SIDE =
  /^packages\/(?:(?:kernel|tariff)\/src\/(?:node|node\/.*)|credentials\/src\/(?:forms|delegation|confidential)\/.*)\.ts$/;
const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

const root = fileURLToPath(new URL('..', import.meta.url));
const faults = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root }).flatMap(faultsOf);
for (const fault of faults) console.error(fault);
console.log(
  faults.length === 0
    ? `Imports run one way through ${rooms.length} rooms.`
    : `${faults.length} forbidden imports.`,
);
process.exit(faults.length === 0 ? 0 : 1);

function faultsOf(file: string): string[] {
  const room = file.split('/')[1] as string;
  const test = /\.test\.tsx?$/.test(file) || file.includes('/testing/');
  return [...readFileSync(`${root}${file}`, 'utf8').matchAll(IMPORT)].flatMap(([, target]) => {
    const to = /^@portolan\/([a-z]+)/.exec(target as string)?.[1];
    if (to && rooms.indexOf(to as never) >= rooms.indexOf(room as never))
      return [`${file}: ${room} must not import ${target}`];
    if (target?.startsWith('node:') && pure.has(room) && !test && !NODE_SIDE.test(file))
      return [`${file}: ${room} must not import ${target}: it runs in a browser too`];
    return [];
  });
}
