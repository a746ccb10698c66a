export { cliCatalogue } from './catalogue.ts';
export { type ExitCode, exitCodes } from './exit-codes.ts';
export type { Io } from './io.ts';
export { run } from './program.ts';
