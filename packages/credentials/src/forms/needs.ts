import { isRecord, type JsonObject } from '@portolan/kernel';
import { didOfUrl, isDid } from '../did/did.ts';
import { readCompact } from '../jose/compact.ts';
import { credentialsOf } from '../model/check-presentation.ts';
import { splitSdJwt } from '../sd-jwt/token.ts';
import { pinnedContexts } from './contexts/pinned.ts';
import { type Opened, openSecured, type Subject } from './open.ts';

/** What a verifier has to bring before it verifies, since verification itself fetches nothing. */
export interface Needs {
  /** Signers, issuers and holders whose keys are needed. */
  readonly dids: readonly string[];
  readonly statusLists: readonly string[];
  readonly schemas: readonly string[];
  readonly resources: readonly string[];
  /** Contexts that are not pinned. */
  readonly contexts: readonly string[];
}

/** What verifying a credential or presentation of any form would ask for. Of what can't be read, nothing. */
export function needsOf(anything: unknown): Needs {
  const found = { dids: new Set<string>(), statusLists: new Set<string>(), schemas: new Set<string>() };
  const more = { resources: new Set<string>(), contexts: new Set<string>() };
  collect(anything, { ...found, ...more }, 0);
  return {
    dids: [...found.dids],
    statusLists: [...found.statusLists],
    schemas: [...found.schemas],
    resources: [...more.resources],
    contexts: [...more.contexts],
  };
}

type Found = Readonly<Record<keyof Needs, Set<string>>>;

function collect(anything: unknown, found: Found, depth: number): void {
  for (const subject of ['credential', 'presentation'] as const satisfies readonly Subject[]) {
    const opened = openSecured(anything, subject);
    if (!opened.ok) continue;
    const { document, methods } = contentOf(opened.value);
    for (const method of methods) add(found.dids, didOfUrl(method), isDid);
    if (document) collectDocument(document, found, depth);
    return;
  }
}

function collectDocument(document: JsonObject, found: Found, depth: number): void {
  const { issuer, holder, proof } = document;
  for (const agent of [issuer, holder]) add(found.dids, isRecord(agent) ? agent.id : agent, isDid);
  for (const { verificationMethod } of objects(proof))
    add(found.dids, typeof verificationMethod === 'string' ? didOfUrl(verificationMethod) : undefined, isDid);
  for (const { statusListCredential } of objects(document.credentialStatus))
    add(found.statusLists, statusListCredential);
  for (const { id } of objects(document.credentialSchema)) add(found.schemas, id);
  for (const { id } of objects(document.relatedResource)) add(found.resources, id);
  for (const context of [document['@context'] ?? []].flat())
    add(found.contexts, context, (url) => typeof url === 'string' && !pinnedContexts.has(url));
  if (depth === 0) for (const inner of credentialsOf(document)) collect(inner, found, depth + 1);
}

function contentOf(opened: Opened): { readonly document?: JsonObject; readonly methods: readonly string[] } {
  if (opened.kind === 'embedded') return { document: opened.document, methods: [] };
  const parts = opened.kind === 'sd-jwt' ? splitSdJwt(opened.token) : undefined;
  const compact = readCompact(parts?.ok ? parts.value.jwt : opened.token);
  if (!compact.ok) return { methods: [] };
  const { kid } = compact.value.header;
  return { document: compact.value.payload, methods: typeof kid === 'string' ? [kid] : [] };
}

function objects(value: unknown): Record<string, unknown>[] {
  return [value ?? []].flat().filter(isRecord);
}

function add(to: Set<string>, value: unknown, when: (value: unknown) => boolean = isText): void {
  if (typeof value === 'string' && when(value)) to.add(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
