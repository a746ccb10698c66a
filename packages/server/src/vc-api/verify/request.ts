import { isRecord, type JsonObject, type JsonValue, ok, type Result } from '@portolan/kernel';
import { badBody, badOption } from '../issue/request.ts';

/** What a request wants verified, and what it wants to see. */
export interface VerifyRequest {
  readonly value: JsonValue;
  /** What is judged; everything unless told. The proof is always judged. */
  readonly checks: ReadonlySet<string>;
  readonly challenge?: string;
  readonly domain?: string;
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

/** Reads `{verifiableCredential, options}` or `{verifiablePresentation, options}`. Unknown options and checks are passed over. */
export function readVerifyRequest(
  body: JsonObject,
  member: 'verifiableCredential' | 'verifiablePresentation',
): Result<VerifyRequest> {
  const value = body[member] ?? (member === 'verifiablePresentation' ? body.presentation : undefined);
  if (!isRecord(value) && !isToken(value)) return badBody(member, 'it is neither a JSON object nor a token');
  const options = body.options ?? {};
  if (!isRecord(options)) return badBody('options', 'it is not a JSON object');
  const { checks, challenge, domain } = options;
  if (checks !== undefined && !Array.isArray(checks)) return badOption('checks', 'it is not a list');
  for (const [name, text] of Object.entries({ challenge, domain }))
    if (text !== undefined && typeof text !== 'string') return badOption(name, 'it is not text');
  return ok({
    value: value as JsonValue,
    checks: new Set(
      checks === undefined ? ALL : ['proof', ...checks.flatMap((name) => NAMES[String(name)] ?? [])],
    ),
    ...(typeof challenge === 'string' ? { challenge } : {}),
    ...(typeof domain === 'string' ? { domain } : {}),
  });
}
