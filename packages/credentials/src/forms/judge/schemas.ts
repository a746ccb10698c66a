import { isRecord, type JsonObject, type JsonValue, type Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { items } from '../../model/rules.ts';
import { failed, notApplicable, passed, undetermined } from '../../verify/fragment.ts';
import { checkSchema } from '../../verify/schema.ts';
import type { Fragment } from '../../verify/verdict.ts';
import type { FormTrust } from '../trust.ts';

/** The schema methods that are understood (Verifiable Credentials JSON Schema, sections 3.1 and 3.2). */
const JSON_SCHEMA = 'JsonSchema';
const JSON_SCHEMA_CREDENTIAL = 'JsonSchemaCredential';

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
): Promise<Fragment> {
  const own = ownSchemas(credential, types, trust);
  const named = await namedSchemas(credential, trust);
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

async function namedSchemas(credential: JsonObject, trust: FormTrust): Promise<Findings> {
  const findings: Findings = { failed: [], open: [], checked: 0 };
  if (!trust.schemaDocument || credential.credentialSchema === undefined) return findings;
  for (const { value, path } of items(credential.credentialSchema, '/credentialSchema')) {
    const { id: url, type } = value as { readonly id: string; readonly type: string };
    const document = [JSON_SCHEMA, JSON_SCHEMA_CREDENTIAL].includes(type)
      ? trust.schemaDocument(url)
      : undefined;
    if (document === undefined) {
      const params = { url: url.slice(0, 200) };
      if (!trust.tolerate?.includes('unknown-schema'))
        findings.open.push(credentialsCatalogue.refuse('CRED_SCHEMA_UNKNOWN', { path, params }));
      continue;
    }
    findings.checked += 1;
    const fault = await schemaFault(credential, document, url, path);
    if (fault) findings.failed.push(fault);
  }
  return findings;
}

async function schemaFault(
  credential: JsonObject,
  document: JsonValue,
  url: string,
  path: string,
): Promise<Refusal | undefined> {
  const about = { url: url.slice(0, 200) };
  const schema = schemaOf(document);
  if (!schema || hasRemoteReference(schema))
    return credentialsCatalogue.refuse('CRED_SCHEMA_MALFORMED', {
      path,
      params: { ...about, detail: schema ? 'it refers to other documents' : 'it is not an object' },
    });
  const { Compile } = await import('typebox/schema');
  try {
    const validator = Compile(schema);
    if (validator.Check(credential)) return undefined;
    const [, [error]] = validator.Errors(credential);
    return credentialsCatalogue.refuse('CRED_SCHEMA_FAILED', {
      path: error?.instancePath ?? '',
      params: { ...about, detail: (error?.message ?? 'it has another shape').slice(0, 200) },
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'it cannot be compiled';
    return credentialsCatalogue.refuse('CRED_SCHEMA_MALFORMED', { path, params: { ...about, detail } });
  }
}

/** A schema given plainly, or inside a credential of its own (Verifiable Credentials JSON Schema, section 3.2). */
function schemaOf(document: JsonValue): Record<string, unknown> | undefined {
  if (!isRecord(document)) return undefined;
  const { credentialSubject: subject } = document;
  const inner = isRecord(subject) ? subject.jsonSchema : undefined;
  return isRecord(inner) ? inner : document;
}

/** Nothing is fetched, so a schema must stand on its own. */
function hasRemoteReference(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(hasRemoteReference);
  if (!isRecord(schema)) return false;
  return Object.entries(schema).some(([name, value]) =>
    name === '$ref' || name === '$dynamicRef'
      ? typeof value === 'string' && !value.startsWith('#')
      : hasRemoteReference(value),
  );
}
