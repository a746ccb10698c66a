import type { Refusal, Result } from '@portolan/kernel';
import { type CliCode, cliCatalogue } from './catalogue.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';

/** What a step of a command comes to: a value, or refusals with the exit code that they mean. */
export type Outcome<T> = Done<T> | Failure;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure {
  readonly ok: false;
  readonly exitCode: ExitCode;
  readonly refusals: readonly Refusal[];
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function failed(exitCode: ExitCode, refusals: readonly Refusal[]): Failure {
  return { ok: false, exitCode, refusals };
}

/** A refusal of the command line itself. */
export function refuse(
  code: CliCode,
  params: Record<string, string | number>,
  exitCode: ExitCode = exitCodes.refused,
): Failure {
  return failed(exitCode, [cliCatalogue.refuse(code, { params })]);
}

/** A result of a package, as an outcome. */
export function outcomeOf<T>(result: Result<T>, exitCode: ExitCode = exitCodes.refused): Outcome<T> {
  return result.ok ? result : failed(exitCode, result.refusals);
}
