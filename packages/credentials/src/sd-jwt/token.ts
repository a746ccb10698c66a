import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';

/** A selectively disclosable token in its parts (RFC 9901, section 4): what the issuer signed, what is shown, and who shows it. */
export interface SdJwt {
  readonly jwt: string;
  readonly disclosures: readonly string[];
  /** The holder's key binding, when it was presented with one. */
  readonly keyBinding?: string;
}

/** Disclosures of the largest token that is read. */
const MAX_DISCLOSURES = 2000;

/** Takes `jwt~disclosure~…~[binding]` apart. Refuses text without a tilde and more disclosures than are looked at. */
export function splitSdJwt(text: string): Result<SdJwt> {
  const [jwt = '', ...rest] = text.split('~');
  const keyBinding = rest.pop();
  if (keyBinding === undefined || jwt === '') return refused(malformed('it is not a token with disclosures'));
  if (rest.length > MAX_DISCLOSURES)
    return refused(malformed(`it has more than ${MAX_DISCLOSURES} disclosures`));
  return ok({ jwt, disclosures: rest, ...(keyBinding === '' ? {} : { keyBinding }) });
}

/** The token without key binding, ending in a tilde: also the text the holder binds itself to (RFC 9901, section 4.3.1). */
export function joinSdJwt({ jwt, disclosures }: Pick<SdJwt, 'jwt' | 'disclosures'>): string {
  return [jwt, ...disclosures, ''].join('~');
}

function malformed(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_JWT_MALFORMED', { params: { detail } });
}
