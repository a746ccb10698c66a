import {
  type FormPresentationVerdict,
  type FormVerdict,
  trustOfFacts,
  verifyCredential,
  verifyPresentation,
} from '@portolan/credentials/forms';
import { nodeCrypto } from '@portolan/kernel/node';
import type { TaskResult } from '../workers/index.ts';
import type { FormTask } from './messages.ts';

/** The worker's side: the same verifier, with the trust that the facts stand for. */
export async function verifyFormsTask({
  value,
  facts,
  presentation,
}: FormTask): Promise<TaskResult<FormVerdict | FormPresentationVerdict>> {
  const trust = trustOfFacts(facts, nodeCrypto);
  const output = presentation
    ? await verifyPresentation(value, trust, presentation)
    : await verifyCredential(value, trust);
  return { output };
}
