import { isDidKey } from '@portolan/credentials';
import { isRecord, type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { vcApiCatalogue } from '../catalogue.ts';

/** What `POST /credentials/issue` asks for. */
export interface IssueRequest {
  readonly credential: JsonObject;
  readonly options: IssueOptions;
}

export interface IssueOptions {
  /** Form of proof, where the address names no issuer. */
  readonly cryptosuite?: string;
  readonly mandatoryPointers?: readonly string[];
  /** Paths that an SD-JWT keeps apart, so that a holder can withhold them: JSON pointers. */
  readonly selectivePointers?: readonly string[];
  readonly challenge?: string;
  readonly domain?: string;
  readonly created?: string;
  readonly expires?: string;
  /** Of an SD-JWT: the did:key of whoever may present it; the token is bound to that key (RFC 9901, section 4.1.2). */
  readonly holder?: string;
  /** What a credential without an id is called when its status is changed. */
  readonly credentialId?: string;
  /** Status entries that are asked for; see wantedEntries. */
  readonly credentialStatus?: JsonValue;
}

const TEXTS = ['challenge', 'domain', 'created', 'expires', 'credentialId', 'holder'] as const;

/** Reads the body; options that are not known are passed over, known ones of another kind refused. */
export function readIssueRequest(body: JsonObject): Result<IssueRequest> {
  const { credential } = body;
  if (!isRecord(credential)) return badBody('credential', 'it is not a JSON object');
  const options = body.options ?? {};
  if (!isRecord(options)) return badBody('options', 'it is not a JSON object');
  const read = readOptions(options as JsonObject);
  return read.ok ? ok({ credential: credential as JsonObject, options: read.value }) : read;
}

function readOptions(options: JsonObject): Result<IssueOptions> {
  const wrong = TEXTS.find((name) => options[name] !== undefined && typeof options[name] !== 'string');
  if (wrong) return badOption(wrong, 'it is not text');
  for (const name of ['mandatoryPointers', 'selectivePointers'])
    if (options[name] !== undefined && !isPointers(options[name]))
      return badOption(name, 'it is not a list of JSON pointers');
  if (typeof options.holder === 'string' && !isDidKey(options.holder))
    return badOption('holder', 'it is not a did:key');
  const suite = options.cryptosuite ?? options.type;
  return ok({
    ...pick(options, [...TEXTS, 'mandatoryPointers', 'selectivePointers', 'credentialStatus']),
    ...(typeof suite === 'string' ? { cryptosuite: suite } : {}),
  });
}

/** A list of JSON pointers (RFC 6901), of bounded number and length. */
export function isPointers(value: JsonValue | undefined): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= 1000 &&
    value.every(
      (item) => typeof item === 'string' && item.length <= 512 && (item === '' || item.startsWith('/')),
    )
  );
}

function pick(options: JsonObject, names: readonly string[]): Partial<IssueOptions> {
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

export function badBody(member: string, reason: string): Result<never> {
  return refused(vcApiCatalogue.refuse('NODE_VC_BODY', { path: `/${member}`, params: { member, reason } }));
}

export function badOption(option: string, reason: string): Result<never> {
  return refused(
    vcApiCatalogue.refuse('NODE_VC_OPTION', { path: `/options/${option}`, params: { option, reason } }),
  );
}
