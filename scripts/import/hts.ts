/**
 * Writes the facts table of one official HTS export, and pins its digest in editions.json.
 *
 *   node --conditions=portolan-source scripts/import/hts.ts <export, JSON or CSV, plain or gzipped> <edition id> [<data folder>]
 *
 * The edition must stand in editions.json with its dates and source; the export does not carry them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes, expectOk, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { writeFacts } from '../../packages/tariff/src/edition/facts.ts';
import { importExport } from '../../packages/tariff/src/node.ts';

const [source, id, folder = 'packages/tariff/data'] = process.argv.slice(2);
if (source === undefined || id === undefined)
  throw new Error('usage: hts.ts <export> <edition id> [<data folder>]');

const facts = writeFacts(expectOk(importExport(readFileSync(source))));
const digest = digestBytes(nodeCrypto, utf8(facts));

const list = join(folder, 'editions.json');
const editions = JSON.parse(readFileSync(list, 'utf8')) as { id: string; file: string; digest: string }[];
const edition = editions.find((entry) => entry.id === id);
if (edition === undefined) throw new Error(`${id} is not in ${list}`);
edition.digest = digest;
writeFileSync(join(folder, edition.file), facts);
writeFileSync(list, `${JSON.stringify(editions, undefined, 2)}\n`);
console.log(`${edition.file}: ${facts.length} characters, ${digest}`);
