import {
  type CryptoPort,
  type Instant,
  isRecord,
  type JsonObject,
  type JsonValue,
  joinPointer,
  ok,
  pointerMembers,
  type Refusal,
  type Result,
  refused,
  resolvePointer,
  toBase64Url,
  utf8,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { signingInputOf } from '../jose/compact.ts';
import type { Signer } from '../proof/signer.ts';
import { SD_ALGORITHM, sdDigest } from './digest.ts';
import { joinSdJwt } from './token.ts';

export interface SdJwtOptions {
  /** When the issuer says it signed: information only. */
  readonly created: Instant;
  /** JSON pointers of what the holder may hide; every member of the subject but its id when left out. */
  readonly disclosable?: readonly string[] | undefined;
  /** The public key the holder will show it holds, as a JSON Web Key or a DID URL (RFC 7800). */
  readonly confirmation?: { readonly jwk: JsonObject } | { readonly kid: string } | undefined;
  readonly expires?: Instant | undefined;
  /** Default: EdDSA. */
  readonly alg?: string | undefined;
}

/** What every verifier must see (Securing VCs using JOSE and COSE, section 3.2.1, and what a verdict is made from). */
const ALWAYS_OPEN = [
  '@context',
  'type',
  'issuer',
  'validFrom',
  'validUntil',
  'credentialStatus',
  'credentialSchema',
  'relatedResource',
];
const SALT_LENGTH = 16;

/**
 * Signs a credential as `vc+sd-jwt` (RFC 9901; Securing Verifiable Credentials using JOSE and COSE, section 3.2): each
 * disclosable member is replaced by a salted digest, and its value goes along as a disclosure that the holder may leave out.
 * Refuses pointers that name nothing, and members that every verifier must see.
 */
export async function issueSdJwt(
  credential: JsonObject,
  signer: Signer,
  crypto: CryptoPort,
  options: SdJwtOptions,
): Promise<Result<string>> {
  const pointers = options.disclosable ?? subjectMembers(credential);
  const wrong = pointers.map((pointer) => pointerFault(credential, pointer)).find((fault) => fault);
  if (wrong) return refused(wrong);
  const disclosures: string[] = [];
  const payload = structuredClone(credential) as Json;
  // Deepest first, so that an outer disclosure carries the digests of the inner ones.
  for (const pointer of [...pointers].sort((left, right) => depth(right) - depth(left)))
    disclosures.push(hide(payload, pointer, crypto));
  const header = { alg: options.alg ?? 'EdDSA', typ: 'vc+sd-jwt', kid: signer.verificationMethod };
  const input = signingInputOf(header, {
    ...sorted(payload),
    ...(disclosures.length === 0 ? {} : { _sd_alg: SD_ALGORITHM }),
    iat: seconds(options.created),
    ...(options.expires === undefined ? {} : { exp: seconds(options.expires) }),
    ...(options.confirmation === undefined ? {} : { cnf: options.confirmation }),
  });
  const signature = toBase64Url(await signer.sign(utf8(input)));
  return ok(joinSdJwt({ jwt: `${input}.${signature}`, disclosures }));
}

type Json = { [name: string]: JsonValue | Json };

function subjectMembers({ credentialSubject }: JsonObject): string[] {
  const subjects = Array.isArray(credentialSubject) ? credentialSubject.entries() : [['', credentialSubject]];
  return [...(subjects as Iterable<[number | '', unknown]>)].flatMap(([index, subject]) =>
    isRecord(subject)
      ? Object.keys(subject)
          .filter((name) => name !== 'id')
          .map((name) => joinPointer('credentialSubject', ...(index === '' ? [] : [index]), name))
      : [],
  );
}

function pointerFault(credential: JsonObject, pointer: string): Refusal | undefined {
  const [first = ''] = pointerMembers(pointer);
  if (ALWAYS_OPEN.includes(first))
    return credentialsCatalogue.refuse('CRED_SD_MANDATORY', { path: pointer, params: { member: first } });
  return pointer !== '' && resolvePointer(credential, pointer) !== undefined
    ? undefined
    : credentialsCatalogue.refuse('CRED_POINTER', { params: { pointer: pointer.slice(0, 200) } });
}

/** Replaces what the pointer names by its digest, and gives the disclosure (RFC 9901, sections 4.2.1, 4.2.2 and 4.2.4). */
function hide(payload: Json, pointer: string, crypto: CryptoPort): string {
  const members = pointerMembers(pointer);
  const name = members.pop() as string;
  const holder = resolvePointer(payload, joinPointer(...members)) as Json | JsonValue[];
  const salt = toBase64Url(crypto.randomBytes(SALT_LENGTH));
  if (Array.isArray(holder)) {
    const disclosure = toBase64Url(utf8(JSON.stringify([salt, holder[Number(name)]])));
    holder[Number(name)] = { '...': sdDigest(crypto, disclosure) };
    return disclosure;
  }
  const disclosure = toBase64Url(utf8(JSON.stringify([salt, name, holder[name]])));
  delete holder[name];
  holder._sd = [...((holder._sd as string[] | undefined) ?? []), sdDigest(crypto, disclosure)];
  return disclosure;
}

/** The order of digests must not tell the order of members (RFC 9901, section 4.2.4.1). */
function sorted(value: JsonValue | Json): JsonObject {
  return Object.fromEntries(
    Object.entries(value as Json).map(([name, member]) => {
      if (name === '_sd') return [name, [...(member as string[])].sort()];
      if (Array.isArray(member))
        return [name, member.map((item) => (isRecord(item) ? sorted(item as Json) : item))];
      return [name, isRecord(member) ? sorted(member as Json) : member];
    }),
  ) as JsonObject;
}

function depth(pointer: string): number {
  return pointerMembers(pointer).length;
}

function seconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
