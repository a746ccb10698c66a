import type { FormFacts, PresentationChallenge } from '@portolan/credentials/forms';

/** The worker's task that verifies a credential or presentation of any form. */
export const verifyForms = 'verify-forms';

/** A credential, or a presentation with what its holder had to answer, and all that is believed about it. */
export interface FormTask {
  readonly value: unknown;
  readonly facts: FormFacts;
  readonly presentation?: PresentationChallenge;
}
