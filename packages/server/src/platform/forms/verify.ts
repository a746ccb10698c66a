import {
  type FormPresentationVerdict,
  type FormTrust,
  type FormVerdict,
  factsOf,
  type PresentationChallenge,
  verifyCredential,
  verifyPresentation,
} from '@portolan/credentials/forms';
import type { NodeContext } from '../context.ts';
import { type FormTask, verifyForms } from './messages.ts';

type Workers = Pick<NodeContext, 'workers'>;

/**
 * Verifies a credential of any form in a worker thread: reading a graph into canonical order, and the curves of the other forms,
 * take milliseconds in which this thread goes on answering. What cannot be handed over is verified in place.
 */
export async function verifyFormApart(
  { workers }: Workers,
  value: unknown,
  trust: FormTrust,
): Promise<FormVerdict> {
  const facts = factsOf(value, trust);
  if (!facts) return verifyCredential(value, trust);
  return withCustody(await workers.run<FormVerdict>(verifyForms, { value, facts } satisfies FormTask), trust);
}

/** The same for a presentation and the credentials in it. */
export async function verifyPresentationApart(
  { workers }: Workers,
  value: unknown,
  trust: FormTrust,
  presentation: PresentationChallenge = {},
): Promise<FormPresentationVerdict> {
  const facts = factsOf(value, trust);
  if (!facts) return verifyPresentation(value, trust, presentation);
  const task: FormTask = { value, facts, presentation };
  const verdict = await workers.run<FormPresentationVerdict>(verifyForms, task);
  return { ...verdict, credentials: verdict.credentials.map((credential) => withCustody(credential, trust)) };
}

/** Who keeps a key is known to the node, not to the thread; of what is no credential nobody keeps one. */
function withCustody(verdict: FormVerdict, { custody }: FormTrust): FormVerdict {
  if (verdict.issuer === '') return verdict;
  return { ...verdict, custody: custody?.(verdict.issuer) ?? 'unknown' };
}
