import { type Instant, instant } from '@portolan/kernel';

/** Everything a command has to do with the world around it; a test hands in its own. */
export interface Io {
  out(text: string): void;
  error(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Instant;
  /** Set by the command that ran. */
  exitCode: number;
}

/** The terminal, the environment and the clock of this process. Whoever stops reading (`| head`) ends it without a word. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    env: process.env,
    now: () => instant(new Date().toISOString()),
    exitCode: 0,
  };
}
