import { isRecord, type JsonObject, type JsonValue, ok, type Result } from '@portolan/kernel';
import { badBody, badOption } from '../issue/request.ts';

/** What a request wants verified, and what it wants to see. */
export interface VerifyRequest {
  readonly value: JsonValue;
  /** What is judged; everything unless told. The proof is always judged. */
  readonly checks: ReadonlySet<string>;
  readonly challenge?: string;
  readonly domain?: string;
  /** Nobody signed the presentation: only the credentials in it are verified. */
  readonly unsigned: boolean;
  /** Answer with what was verified, as it came. */
  readonly returned: boolean;
  /** Answer with every step. */
  readonly results: boolean;
}

const ALL = ['proof', 'status', 'dates', 'schema'];
const NAMES: Readonly<Record<string, string>> = {
  credentialStatus: 'status',
  status: 'status',
  proof: 'proof',
  expiration: 'dates',
  dates: 'dates',
  credentialSchema: 'schema',
  schema: 'schema',
};

/** A token is compact text; a JSON object written as text is not a credential (VC Data Integrity 1.0, section 4.2). */
function isToken(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+(?:~|$)/.test(value);
}

/**
 * Reads `{verifiableCredential, options}`, `{verifiablePresentation, options}`, or `{presentation}` of a presentation that nobody
 * signed. Unknown options and checks are passed over; an unsigned presentation answers no challenge, so none may be asked of it.
 */
export function readVerifyRequest(
  body: JsonObject,
  member: 'verifiableCredential' | 'verifiablePresentation',
): Result<VerifyRequest> {
  const value = body[member] ?? (member === 'verifiablePresentation' ? body.presentation : undefined);
  if (!isRecord(value) && !isToken(value)) return badBody(member, 'it is neither a JSON object nor a token');
  const options = body.options ?? {};
  if (!isRecord(options)) return badBody('options', 'it is not a JSON object');
  const { checks, challenge, domain, returnCredential, returnPresentation, returnResults } = options;
  if (checks !== undefined && !Array.isArray(checks)) return badOption('checks', 'it is not a list');
  for (const [name, text] of Object.entries({ challenge, domain }))
    if (text !== undefined && typeof text !== 'string') return badOption(name, 'it is not text');
  const unsigned = body[member] === undefined && isRecord(value) && value.proof === undefined;
  for (const [name, text] of Object.entries({ challenge, domain }))
    if (unsigned && text !== undefined) return badOption(name, 'nobody signed the presentation');
  for (const [name, flag] of Object.entries({ returnCredential, returnPresentation, returnResults }))
    if (flag !== undefined && typeof flag !== 'boolean')
      return badOption(name, 'it is neither true nor false');
  return ok({
    unsigned,
    returned: (member === 'verifiableCredential' ? returnCredential : returnPresentation) === true,
    results: returnResults === true,
    value: value as JsonValue,
    checks: new Set(
      checks === undefined ? ALL : ['proof', ...checks.flatMap((name) => NAMES[String(name)] ?? [])],
    ),
    ...(typeof challenge === 'string' ? { challenge } : {}),
    ...(typeof domain === 'string' ? { domain } : {}),
  });
}
