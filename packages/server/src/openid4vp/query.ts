import type { AskedCredential } from '@portolan/contract';
import { isRecord, type JsonObject, type JsonValue } from '@portolan/kernel';

/** One credential query of DCQL as it is used here (OpenID4VP 1.0, section 6.1). */
export interface CredentialQuery {
  readonly id: string;
  readonly format: string;
  readonly types: readonly string[];
  readonly claims: readonly (readonly (string | number | null)[])[];
}

/** The DCQL query for what is asked for. */
export function dcqlQuery(asked: readonly AskedCredential[]): JsonObject {
  return {
    credentials: asked.map(({ id, types, claims, format = 'ldp_vc' }) => ({
      id,
      format,
      meta:
        format === 'dc+sd-jwt'
          ? { vct_values: types }
          : { type_values: [['VerifiableCredential', ...types]] },
      ...(claims ? { claims: claims.map((path) => ({ path: [...path] })) } : {}),
    })),
  };
}

/** The credential queries of a DCQL query; undefined for one that cannot be read. */
export function readQueries(query: unknown): CredentialQuery[] | undefined {
  const credentials = isRecord(query) ? query.credentials : undefined;
  if (!Array.isArray(credentials) || credentials.length === 0) return undefined;
  const read = credentials.map(readQuery);
  return read.every((one) => one !== undefined) ? read : undefined;
}

function readQuery(value: unknown): CredentialQuery | undefined {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.format !== 'string') return undefined;
  const meta = isRecord(value.meta) ? value.meta : {};
  const alternatives = Array.isArray(meta.type_values) ? meta.type_values : [];
  const [first] = alternatives as unknown[];
  const types = Array.isArray(first) ? first : Array.isArray(meta.vct_values) ? meta.vct_values : [];
  const claims = Array.isArray(value.claims) ? value.claims : [];
  const paths = claims.map((claim) =>
    isRecord(claim) && Array.isArray(claim.path) ? claim.path : undefined,
  );
  if (!types.every((type) => typeof type === 'string') || paths.includes(undefined)) return undefined;
  return {
    id: value.id,
    format: value.format,
    types: types as string[],
    claims: paths as CredentialQuery['claims'],
  };
}

/** Whether a credential has all the types of a query, written short or as the end of their URL. */
export function hasTypes(types: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(types.flatMap((type) => [type, shortName(type)]));
  return wanted.every((type) => names.has(type) || names.has(shortName(type)));
}

/** Whether a claims path leads to something (OpenID4VP 1.0, section 7). */
export function showsClaim(credential: JsonValue, path: readonly (string | number | null)[]): boolean {
  let found: JsonValue[] = [credential];
  for (const member of path) found = found.flatMap((value) => step(value, member));
  return found.length > 0;
}

function step(value: JsonValue, member: string | number | null): JsonValue[] {
  if (Array.isArray(value)) {
    if (member === null) return [...value];
    const item = typeof member === 'number' ? value[member] : undefined;
    return item === undefined ? [] : [item];
  }
  if (!isRecord(value) || typeof member !== 'string' || !Object.hasOwn(value, member)) return [];
  const item = (value as JsonObject)[member];
  return item === undefined ? [] : [item];
}

function shortName(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('#'), type.lastIndexOf('/')) + 1);
}
