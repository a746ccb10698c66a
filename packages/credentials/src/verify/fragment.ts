import type { Refusal } from '@portolan/kernel';
import type { Fragment, FragmentName } from './verdict.ts';

export function passed(name: FragmentName, reason: string): Fragment {
  return { name, outcome: 'passed', reason, refusals: [] };
}

export function notApplicable(name: FragmentName, reason: string): Fragment {
  return { name, outcome: 'not-applicable', reason, refusals: [] };
}

export function failed(name: FragmentName, refusals: readonly Refusal[]): Fragment {
  return { name, outcome: 'failed', reason: reasonOf(refusals), refusals: [...refusals] };
}

export function undetermined(
  name: FragmentName,
  refusals: readonly Refusal[],
  reason = reasonOf(refusals),
): Fragment {
  return { name, outcome: 'undetermined', reason, refusals: [...refusals] };
}

function reasonOf(refusals: readonly Refusal[]): string {
  return refusals.map(({ message }) => message).join(' ');
}
