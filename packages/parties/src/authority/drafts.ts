import type { Refusal } from '@portolan/kernel';
import type { PowerUse } from './act.ts';
import { type AuthorityEvidence, signingAuthority } from './person.ts';

/** A draft in progress that rests on somebody's authority. */
export interface DraftInFlight {
  readonly id: string;
  readonly use: PowerUse;
}

/** The drafts that can no longer be filed at `use.at`, with the reason for each: what a revocation stops at once. */
export function stoppedDrafts(
  drafts: readonly DraftInFlight[],
  evidence: AuthorityEvidence,
): { readonly id: string; readonly refusals: readonly Refusal[] }[] {
  return drafts.flatMap(({ id, use }) => {
    const authority = signingAuthority(use, evidence);
    return authority.ok ? [] : [{ id, refusals: authority.refusals }];
  });
}
