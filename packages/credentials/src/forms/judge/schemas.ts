import type { JsonObject, JsonValue, Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { items } from '../../model/rules.ts';
import { failed, notApplicable, passed, undetermined } from '../../verify/fragment.ts';
import { checkSchema } from '../../verify/schema.ts';
import type { Fragment } from '../../verify/verdict.ts';
import type { FormTrust, FormVerdict } from '../trust.ts';
import { isSchemaType, malformed, type SchemaEntry, schemaIn } from './schema-document.ts';

/** Verifies the credential that carries a schema. */
type SchemaVerifier = (document: unknown, trust: FormTrust) => Promise<FormVerdict>;

interface Findings {
  readonly failed: Refusal[];
  readonly open: Refusal[];
  checked: number;
}

/** Schema: the content is a well-formed document of its types, as this node knows them, and fits the schemas the issuer names. */
export async function judgeSchemas(
  credential: JsonObject,
  types: readonly string[],
  trust: FormTrust,
  verify: SchemaVerifier,
): Promise<Fragment> {
  const own = ownSchemas(credential, types, trust);
  const named = await namedSchemas(credential, trust, verify);
  const refusals = [...(own?.outcome === 'failed' ? own.refusals : []), ...named.failed];
  if (refusals.length > 0) return failed('schema', refusals);
  const open = [...(own?.outcome === 'undetermined' ? own.refusals : []), ...named.open];
  if (open.length > 0) return undetermined('schema', open);
  if (own?.outcome === 'passed') return own;
  return named.checked > 0
    ? passed('schema', 'The content fits every schema the issuer names.')
    : notApplicable('schema', 'No schema was asked for.');
}

function ownSchemas(
  credential: JsonObject,
  types: readonly string[],
  trust: FormTrust,
): Fragment | undefined {
  const { schema } = trust;
  if (!schema) return undefined;
  const fragments = items(credential.credentialSubject, '').map(({ value }) =>
    checkSchema(value as JsonObject, types, { schema }),
  );
  const worst = (['failed', 'undetermined', 'passed'] as const)
    .map((outcome) => fragments.find((fragment) => fragment.outcome === outcome))
    .find((fragment) => fragment);
  return worst?.outcome === 'undetermined' && trust.tolerate?.includes('unknown-type') ? undefined : worst;
}

async function namedSchemas(
  credential: JsonObject,
  trust: FormTrust,
  verify: SchemaVerifier,
): Promise<Findings> {
  const findings: Findings = { failed: [], open: [], checked: 0 };
  if (!trust.schemaDocument || credential.credentialSchema === undefined) return findings;
  const tolerant = trust.tolerate?.includes('unknown-schema') ?? false;
  for (const { value, path } of items(credential.credentialSchema, '/credentialSchema')) {
    const { id, type } = value as { readonly id: string; readonly type: unknown };
    const document = isSchemaType(type) ? trust.schemaDocument(id) : undefined;
    if (document === undefined || !isSchemaType(type)) {
      const params = { url: id.slice(0, 200) };
      if (!tolerant) findings.open.push(credentialsCatalogue.refuse('CRED_SCHEMA_UNKNOWN', { path, params }));
      continue;
    }
    const signed = type === 'JsonSchema' || (await isSigned(document, trust, verify));
    const refusals = await contentFaults(credential, document, { id, type }, path);
    const left = refusals.filter(({ code }) => code === 'CRED_SCHEMA_VERSION');
    if (left.length > 0) {
      if (!tolerant) findings.open.push(...left);
      continue;
    }
    findings.checked += 1;
    findings.failed.push(...refusals);
    if (!signed && refusals.length === 0)
      findings.failed.push(malformed(id, 'its own proof does not hold', path));
  }
  return findings;
}

/** A schema credential counts only as a verified credential (Verifiable Credentials JSON Schema, section 2.2). */
async function isSigned(document: JsonValue, trust: FormTrust, verify: SchemaVerifier): Promise<boolean> {
  const { schemaDocument: _schemas, schema: _types, accreditation: _register, ...rest } = trust;
  const tolerate = ['unknown-type', 'unknown-schema', 'unknown-resource', 'unknown-status'] as const;
  return (await verify(document, { ...rest, tolerate })).verified;
}

/**
 * Why a credential does not fit the JSON Schema that one entry of its `credentialSchema` names, given the document published
 * there; nothing when it fits. CRED_SCHEMA_VERSION alone says neither: the edition is unknown here (Verifiable Credentials
 * JSON Schema, section 4.2, "indeterminate").
 */
export async function contentFaults(
  credential: JsonObject,
  document: JsonValue,
  entry: SchemaEntry,
  path: string,
): Promise<readonly Refusal[]> {
  const schema = schemaIn(document, entry, path);
  if (!schema.ok) return schema.refusals;
  const { Compile } = await import('typebox/schema');
  try {
    const validator = Compile(schema.value);
    if (validator.Check(credential)) return [];
    const [, [error]] = validator.Errors(credential);
    const detail = (error?.message ?? 'it has another shape').slice(0, 200);
    const params = { url: entry.id.slice(0, 200), detail };
    return [credentialsCatalogue.refuse('CRED_SCHEMA_FAILED', { path: error?.instancePath ?? '', params })];
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'it cannot be compiled';
    return [malformed(entry.id, detail, path)];
  }
}
