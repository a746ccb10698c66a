import type { Refusal } from '@portolan/kernel';

export type Outcome = 'passed' | 'failed' | 'undetermined' | 'not-applicable';

/** One question about a file, its answer, and why. */
export interface Check {
  readonly name: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly refusals: readonly Refusal[];
}

/** Something the file says that is worth reading beside the verdict. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export type FileKind = 'receipt' | 'credential' | 'evidence' | 'unreadable';

/**
 * `verified`: every question was answered well. `refused`: at least one was not. `incomplete`: nothing speaks against
 * the file, but something could not be answered with what is at hand.
 */
export type Conclusion = 'verified' | 'refused' | 'incomplete';

export interface VerifyReport {
  readonly kind: FileKind;
  readonly conclusion: Conclusion;
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
}

/** The report of a file with its conclusion drawn from the checks. */
export function reportOf(kind: FileKind, facts: readonly Fact[], checks: readonly Check[]): VerifyReport {
  return { kind, conclusion: conclude(checks), facts, checks };
}

function conclude(checks: readonly Check[]): Conclusion {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'refused';
  return checks.some(({ outcome }) => outcome === 'undetermined') ? 'incomplete' : 'verified';
}

/** A check that did not pass, with the reasons of its refusals. */
export function refusedCheck(
  name: string,
  outcome: 'failed' | 'undetermined',
  refusals: readonly Refusal[],
): Check {
  return { name, outcome, reason: refusals.map(({ message }) => message).join(' '), refusals };
}
