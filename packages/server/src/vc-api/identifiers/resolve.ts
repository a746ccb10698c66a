import { type DidDocument, isDidJwk, isDidKey, resolveDidJwk, resolveDidKey } from '@portolan/credentials';
import { type Instant, ok, parseInstant, type Result, refused } from '@portolan/kernel';
import { askedDocuments, freshKeys } from '../../credentials/trust/asked-documents.ts';
import { knownKeys } from '../../credentials/trust/known-keys.ts';
import { isPublishedDid } from '../../credentials/trust/learn-keys.ts';
import { vcApiCatalogue } from '../catalogue.ts';
import type { VcCaller, VcContext } from '../context.ts';
import { documentAsOf } from './as-of.ts';
import { type DidUrl, readDidUrl } from './did-url.ts';
import { errorOf, type Resolution, resolutionError } from './resolution.ts';

/** Forms of keys that the did:key method knows beside Multikey; documents are given with Multikeys alone. */
const OTHER_FORMATS =
  /^(?:JsonWebKey(?:2020)?|Ed25519VerificationKey20(?:18|20)|X25519KeyAgreementKey20(?:19|20))$/;

/** What is asked of a resolver beside the DID URL (did:key 0.7, "Create"; DID Core 1.0, section 7.1.1). */
export interface ResolveOptions {
  readonly publicKeyFormat?: string | undefined;
  readonly versionTime?: string | undefined;
  readonly versionId?: string | undefined;
}

/**
 * Resolves a DID, or finds what a DID URL names. A did:key and a did:jwk say all themselves; of did:web and did:webvh the node
 * answers what it holds or knows, and for members asks the hosts that its operator named.
 */
export async function resolveDidUrl(
  context: VcContext,
  caller: VcCaller,
  text: string,
  options: ResolveOptions,
): Promise<Resolution> {
  const url = readDidUrl(text);
  if (typeof url === 'string')
    return resolutionError(url, url === 'invalidDid' ? 'resolution' : 'dereferencing');
  const of = url.hasMore ? 'dereferencing' : 'resolution';
  const { publicKeyFormat: format = 'Multikey' } = options;
  if (format !== 'Multikey')
    return OTHER_FORMATS.test(format)
      ? resolutionError('invalidPublicKeyType', of)
      : resolutionError('unsupportedPublicKeyType', of);
  const at = instantOf(context, url, options);
  if (!at.ok) return resolutionError('invalidOptions', of, at.refusals);
  const found = await documentOf(context, caller, url.did);
  if (!found) return resolutionError('methodNotSupported', 'resolution');
  if (!found.ok) return resolutionError(errorOf(found.refusals), 'resolution', found.refusals);
  const { deactivated } = found.value;
  if (deactivated !== undefined && deactivated <= at.value)
    return { kind: 'deactivated', since: deactivated };
  const document = documentAsOf(found.value, at.value);
  return url.hasMore && (url.fragment !== undefined || url.path !== '')
    ? partOf(document, url)
    : { kind: 'document', document };
}

/** As of when: now, unless the DID URL or the request names a time. Versions by number are not kept. */
function instantOf({ clock }: VcContext, { query }: DidUrl, options: ResolveOptions): Result<Instant> {
  const versionId = query.get('versionId') ?? options.versionId;
  if (versionId !== undefined)
    return refused(vcApiCatalogue.refuse('NODE_DID_VERSION', { path: '/versionId' }));
  const time = query.get('versionTime') ?? options.versionTime;
  return time === undefined ? ok(clock.now()) : parseInstant(time, '/versionTime');
}

/** Undefined for a method that is not known here. */
async function documentOf(
  context: VcContext,
  { actor }: VcCaller,
  did: string,
): Promise<Result<DidDocument> | undefined> {
  const known = await knownKeys(context.pool, [did]);
  const kept = known.documents.get(did);
  if (isPublishedDid(did) && !known.held.has(did) && actor !== 'anybody') {
    const fresh = kept ? (await freshKeys(context, [did])).documents.get(did) : undefined;
    return fresh ? ok(fresh) : (await askedDocuments(context, [did], known.held)).get(did);
  }
  if (kept) return ok(kept);
  if (isDidKey(did)) return resolveDidKey(did);
  if (isDidJwk(did)) return resolveDidJwk(did);
  return isPublishedDid(did)
    ? refused(vcApiCatalogue.refuse('NODE_DID_UNKNOWN', { path: '/did', params: { did: did.slice(0, 200) } }))
    : undefined;
}

function partOf(document: DidDocument, { did, path, fragment }: DidUrl): Resolution {
  const method = document.verificationMethod.find(({ id }) => path === '' && id === `${did}#${fragment}`);
  return method ? { kind: 'part', part: { ...method } } : resolutionError('notFound', 'dereferencing');
}
