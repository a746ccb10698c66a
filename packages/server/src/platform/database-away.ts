/** SQLSTATE classes and system codes of a server that is stopping, starting, gone or not yet back. */
const away = /^(08|57P0|53300)|^(ECONNREFUSED|ECONNRESET|EPIPE)$/;
const words = /Connection terminated|timeout exceeded when trying to connect/;

/** Whether a failed query says that the database can't be reached just now, rather than that the query is wrong. */
export function isDatabaseAway(error: Failure): boolean {
  const { code, syscall, message } = error;
  // The server's socket is gone with it.
  if (code === 'ENOENT') return syscall === 'connect';
  return (typeof code === 'string' && away.test(code)) || words.test(message);
}

interface Failure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message: string;
}
