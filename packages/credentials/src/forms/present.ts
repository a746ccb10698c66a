import { type Instant, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { CREDENTIALS_CONTEXT } from '../credential/credential.ts';
import { presentationFaults } from '../model/check-presentation.ts';
import { guardJson } from '../model/guard.ts';
import { PRESENTATION_TYPE } from '../presentation/presentation.ts';
import { contextLoader } from './contexts/loader.ts';
import type { ContextSet } from './contexts/pinned.ts';
import { checkSuiteKey, signEmbedded } from './embedded/sign.ts';
import { type EmbeddedForm, isEmbeddedForm } from './form.ts';
import { checkJsonLd } from './json-ld/check.ts';
import type { FormKey } from './keys/form-key.ts';
import { envelope } from './open.ts';
import { signCompact } from './tokens/sign-compact.ts';

/** The forms a presentation is made in: nothing of it is hidden later. */
export type PresentationForm = Exclude<EmbeddedForm, 'ecdsa-sd-2023' | 'bbs-2023'> | 'vc+jwt';

export interface PresentOptions {
  readonly created: Instant;
  /** The verifier's random text, used once, and whom the presentation is for. */
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
  readonly id?: string | undefined;
  readonly expires?: Instant | undefined;
  readonly contexts?: ContextSet | undefined;
}

export interface Presented {
  readonly presentation: JsonObject;
  /** The compact token, when the form has one. */
  readonly token?: string;
}

/**
 * Presents credentials to one verifier, once: the holder signs challenge and domain with them. Tokens are put into enveloped
 * credentials. Refuses what departs from the data model or is not JSON-LD with the contexts at hand.
 */
export async function createPresentation(
  form: PresentationForm,
  request: {
    readonly credentials: readonly unknown[];
    readonly key: FormKey;
    readonly options: PresentOptions;
  },
): Promise<Result<Presented>> {
  const { credentials, key, options } = request;
  const fits = checkSuiteKey(form, key);
  if (!fits.ok) return fits;
  const presentation = {
    '@context': [CREDENTIALS_CONTEXT],
    ...(options.id === undefined ? {} : { id: options.id }),
    type: [PRESENTATION_TYPE],
    holder: key.did,
    ...(credentials.length === 0 ? {} : { verifiableCredential: credentials.map(asObject) }),
  } as JsonObject;
  const unsafe = guardJson(presentation);
  const faults = unsafe ? [unsafe] : presentationFaults(presentation);
  if (faults.length > 0) return refused(faults);
  const readable = await checkJsonLd(presentation, contextLoader(options.contexts));
  if (!readable.ok) return readable;
  return sign(form, presentation, key, options);
}

async function sign(
  form: PresentationForm,
  presentation: JsonObject,
  key: FormKey,
  options: PresentOptions,
): Promise<Result<Presented>> {
  if (isEmbeddedForm(form)) {
    const signed = await signEmbedded(form, presentation, key, { ...options, purpose: 'authentication' });
    return signed.ok ? ok({ presentation: signed.value }) : signed;
  }
  const token = await signCompact(presentation, 'vp+jwt', key, options);
  return ok({ presentation: envelope(token, 'presentation', 'application/vp+jwt'), token });
}

function asObject(credential: unknown): unknown {
  if (typeof credential !== 'string') return credential;
  const mediaType = credential.includes('~') ? 'application/vc+sd-jwt' : 'application/vc+jwt';
  return envelope(credential, 'credential', mediaType);
}
