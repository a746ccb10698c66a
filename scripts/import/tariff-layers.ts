/**
 * Writes the tables of measures beside the base rate: scopes.tsv (which HTS numbers a measure names), duty-layers.json
 * (its headings, rates and dates), flags.tsv (what other agencies ask for) and concordance.tsv (ended numbers).
 *
 *   node --conditions=portolan-source scripts/import/tariff-layers.ts <folder with hts/ and trade-remedies/> [<data folder>]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { concordanceRows } from './tariff/concordance.ts';
import { endedBetween } from './tariff/ended.ts';
import { flagRows, readReport } from './tariff/flags.ts';
import { ieepa } from './tariff/ieepa.ts';
import { namedScopes, russia, solar } from './tariff/others.ts';
import { section122 } from './tariff/section-122.ts';
import { semiconductors } from './tariff/section-232/semiconductors.ts';
import { vehicleParts } from './tariff/section-232/vehicle-parts.ts';
import { vehicles } from './tariff/section-232/vehicles.ts';
import { wood } from './tariff/section-232/wood.ts';
import { section232Before } from './tariff/section-232-before.ts';
import { section232Metals } from './tariff/section-232-metals.ts';
import { section301, section301Ports } from './tariff/section-301.ts';
import { openSources } from './tariff/sources.ts';

const [folder, target = 'packages/tariff/data'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: tariff-layers.ts <folder> [<data folder>]');

const sources = openSources(folder);
const flags = readReport(sources);
const parts = [
  section301(sources),
  section301Ports(sources),
  vehicles(sources),
  vehicleParts(sources),
  wood(sources),
  semiconductors(sources),
  section232Metals(sources),
  section232Before(sources),
  solar(sources),
  russia(sources),
  section122(sources),
  ieepa(sources),
  namedScopes(sources, flags),
];
const layers = parts.flatMap((part) => part.layers);
const scopes = parts.flatMap((part) => part.scopes);
const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(target, name), `${lines.join('\n')}\n`);

write('duty-layers.json', [JSON.stringify(layers, undefined, 1)]);
write(
  'scopes.tsv',
  scopes.map(({ scope, heading, from, to, prefixes }) =>
    [scope, heading, from, to, prefixes.join(' ')].join('\t'),
  ),
);
write('flags.tsv', flagRows(flags));
write('concordance.tsv', concordanceRows(sources, endedBetween(sources)));
for (const { id, rows } of layers) console.log(`${id}: ${rows.length} rows`);
for (const { scope, heading, prefixes } of scopes) console.log(`${scope} ${heading}: ${prefixes.length}`);
