import type { HeldRequest } from './store.ts';

/** Whether somebody still has to answer: open, escalated or overdue. A late answer is taken until the agency closes. */
export function isAwaited({ state }: Pick<HeldRequest, 'state'>): boolean {
  return state === 'open' || state === 'escalated' || state === 'overdue';
}

/** Whether a party may answer the running round: all in the first, then the exporter or producer alone. */
export function isAsked(
  { round, holder_did, routed_to }: Pick<HeldRequest, 'round' | 'holder_did' | 'routed_to'>,
  did: string,
): boolean {
  if (round > 1) return holder_did === did;
  return routed_to.some((recipient) => recipient.did === did);
}

/** Whether a party may answer to the agency alone: it holds the evidence, and the template allows it (19 CFR 182.13(a)(3)). */
export function mayWithhold(
  { confidential, routed_to }: Pick<HeldRequest, 'confidential' | 'routed_to'>,
  did: string,
): boolean {
  return confidential && routed_to.some((recipient) => recipient.did === did && recipient.holds);
}
