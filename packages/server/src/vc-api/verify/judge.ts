import { type FragmentName, verdictRefusals } from '@portolan/credentials';
import type { FormVerdict } from '@portolan/credentials/forms';
import type { Refusal } from '@portolan/kernel';

/** Which fragments of the house's verdict answer which check of the VC API. */
const FRAGMENTS: Readonly<Record<string, readonly FragmentName[]>> = {
  proof: ['integrity', 'issuer'],
  status: ['status'],
  dates: ['dates'],
  schema: ['schema'],
};

export interface Judged {
  /** What speaks against it, of all that was to be checked. */
  readonly refusals: readonly Refusal[];
  /** What else is known and was not to be checked. */
  readonly warnings: readonly Refusal[];
}

/** What a verdict comes to for the checks that were asked for; a credential that is none fails whatever is asked. */
export function judgeChecks(verdict: FormVerdict, checks: ReadonlySet<string>): Judged {
  const asked = new Set([...checks].flatMap((check) => FRAGMENTS[check] ?? []));
  const counted = verdict.fragments.filter(({ name }) => asked.has(name));
  const bad = counted.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined');
  const refusals = bad.flatMap((fragment) => fragment.refusals);
  const warnings = verdictRefusals(verdict).filter((refusal) => !refusals.includes(refusal));
  return { refusals, warnings };
}
