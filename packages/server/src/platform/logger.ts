import { mkdirSync } from 'node:fs';
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

/** Structured logs, one JSON object a line: into node.log of the data folder, or to standard output where `PORTOLAN_LOG=stdout`. */
export function createLogger(dataFolder: string, environment: NodeJS.ProcessEnv = process.env): Logger {
  const level = environment.PORTOLAN_LOG_LEVEL ?? 'info';
  if (environment.PORTOLAN_LOG === 'stdout') return pino({ level, redact });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return pino(
    { level, redact },
    pino.destination({ dest: join(dataFolder, 'node.log'), sync: true, append: true }),
  );
}
