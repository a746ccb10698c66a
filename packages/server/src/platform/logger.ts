import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/** What must never be written down, wherever an object that is logged carries it. */
const secrets = [
  'authorization',
  'cookie',
  'accessKey',
  'token',
  'password',
  'passphrase',
  'seed',
  'privateKey',
];
const redact = {
  paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  censor: '[left out]',
};

/** A longer log is put aside at the next start, in place of the one put aside before. */
const largestLog = 64 * 1024 * 1024;

/** Structured logs, one JSON object a line: into node.log of the data folder, or to standard output where `PORTOLAN_LOG=stdout`. */
export function createLogger(dataFolder: string, environment: NodeJS.ProcessEnv = process.env): Logger {
  const level = environment.PORTOLAN_LOG_LEVEL ?? 'info';
  if (environment.PORTOLAN_LOG === 'stdout') return pino({ level, redact });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'node.log');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(file, `${file}.1`);
  return pino({ level, redact }, pino.destination({ dest: file, sync: false }));
}
