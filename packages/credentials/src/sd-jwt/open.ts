import {
  type CryptoPort,
  fromBase64Url,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  parseJson,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { SD_ALGORITHM, sdDigest } from './digest.ts';

/** One disclosure: the value behind a digest, and for a member of an object its name. */
export interface Disclosure {
  readonly text: string;
  readonly name?: string;
  readonly value: JsonValue;
}

/** What a payload comes to with its disclosures put in. */
export interface OpenedPayload {
  readonly payload: JsonObject;
  /** Where each disclosure stood, as a JSON pointer into the payload. */
  readonly places: ReadonlyMap<string, string>;
  /** Digests that nothing was disclosed for: members that are hidden, and decoys (RFC 9901, section 4.2.7). */
  readonly hidden: number;
}

const MAX_DEPTH = 32;
const RESERVED = new Set(['_sd', '...']);

/**
 * Puts the disclosures into the payload the issuer signed (RFC 9901, section 7.1, steps 3 to 7): each digest is replaced by its
 * disclosure or left out. Refuses other digests than sha-256, disclosures nobody asked for, digests that stand twice, reserved
 * names, and members that stand in the open already.
 */
export function openPayload(
  payload: JsonObject,
  disclosures: readonly string[],
  crypto: Pick<CryptoPort, 'sha256'>,
): Result<OpenedPayload> {
  const { _sd_alg: algorithm = SD_ALGORITHM, ...rest } = payload;
  if (algorithm !== SD_ALGORITHM) {
    const params = { algorithm: String(algorithm).slice(0, 40) };
    return refused(credentialsCatalogue.refuse('CRED_SD_HASH', { path: '/_sd_alg', params }));
  }
  const known = new Map<string, Disclosure>();
  for (const text of disclosures) {
    const disclosure = readDisclosure(text);
    if (!disclosure.ok) return disclosure;
    const digest = sdDigest(crypto, text);
    if (known.has(digest)) return refused(bad('one stands twice'));
    known.set(digest, disclosure.value);
  }
  const opener = new Opener(known);
  try {
    const opened = opener.object(rest, '', 0);
    if (opener.used.size < known.size) return refused(bad('one belongs to nothing the issuer signed'));
    return ok({ payload: opened, places: opener.places, hidden: opener.hidden });
  } catch (error) {
    if (error instanceof BadDisclosure) return refused(bad(error.message));
    throw error;
  }
}

/** Reads one disclosure: salt and value, with a name between them for a member (RFC 9901, sections 4.2.1 and 4.2.2). */
export function readDisclosure(text: string): Result<Disclosure> {
  const bytes = fromBase64Url(text);
  const value = bytes ? parseJson(bytes) : undefined;
  if (!value?.ok || !Array.isArray(value.value)) return refused(bad('one is not a list in base64url'));
  const parts = value.value as readonly JsonValue[];
  const [salt, second, third] = parts;
  if (typeof salt !== 'string') return refused(bad('one has no salt'));
  if (parts.length === 2) return ok({ text, value: second as JsonValue });
  if (parts.length !== 3 || typeof second !== 'string')
    return refused(bad('one is neither a member nor an item'));
  if (RESERVED.has(second)) return refused(bad(`one is named ${second}`));
  return ok({ text, name: second, value: third as JsonValue });
}

/** Thrown on the way down through a payload, and turned into a refusal where the way began. */
class BadDisclosure extends Error {}

class Opener {
  readonly used = new Set<string>();
  readonly places = new Map<string, string>();
  private readonly known: ReadonlyMap<string, Disclosure>;
  private readonly seen = new Set<string>();

  constructor(known: ReadonlyMap<string, Disclosure>) {
    this.known = known;
  }

  object(value: JsonObject, path: string, depth: number): JsonObject {
    if (depth > MAX_DEPTH) throw new BadDisclosure('they are nested too deep');
    const { _sd: digests, ...members } = value;
    const open: Record<string, JsonValue> = {};
    for (const [name, member] of Object.entries(members)) {
      if (name === '...') throw new BadDisclosure('a digest stands where none may');
      open[name] = this.value(member, `${path}/${escaped(name)}`, depth + 1);
    }
    for (const digest of digestsOf(digests)) this.member(digest, open, path, depth);
    return open;
  }

  private member(digest: string, open: Record<string, JsonValue>, path: string, depth: number): void {
    const disclosure = this.take(digest);
    if (!disclosure) return;
    const { name } = disclosure;
    if (name === undefined) throw new BadDisclosure('an item stands for a member');
    if (Object.hasOwn(open, name)) throw new BadDisclosure(`${name.slice(0, 60)} stands in the open already`);
    const place = `${path}/${escaped(name)}`;
    this.places.set(disclosure.text, place);
    open[name] = this.value(disclosure.value, place, depth + 1);
  }

  private value(value: JsonValue, path: string, depth: number): JsonValue {
    if (Array.isArray(value)) return this.list(value as readonly JsonValue[], path, depth);
    return isRecord(value) ? this.object(value as JsonObject, path, depth) : value;
  }

  private list(values: readonly JsonValue[], path: string, depth: number): JsonValue[] {
    if (depth > MAX_DEPTH) throw new BadDisclosure('they are nested too deep');
    return values.flatMap((item, index) => {
      const place = `${path}/${index}`;
      if (!isRecord(item) || !Object.hasOwn(item, '...')) return [this.value(item, place, depth + 1)];
      const digest = item['...'];
      if (Object.keys(item).length !== 1 || typeof digest !== 'string')
        throw new BadDisclosure('a digest of an item has company');
      const disclosure = this.take(digest);
      if (!disclosure) return [];
      if (disclosure.name !== undefined) throw new BadDisclosure('a member stands for an item');
      this.places.set(disclosure.text, place);
      return [this.value(disclosure.value, place, depth + 1)];
    });
  }

  get hidden(): number {
    return this.seen.size - this.used.size;
  }

  private take(digest: string): Disclosure | undefined {
    if (this.seen.has(digest)) throw new BadDisclosure('a digest stands twice');
    this.seen.add(digest);
    if (this.known.has(digest)) this.used.add(digest);
    return this.known.get(digest);
  }
}

function digestsOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((digest) => typeof digest === 'string'))
    throw new BadDisclosure('_sd is not a list of digests');
  return value as readonly string[];
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function bad(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_SD_DISCLOSURE', { params: { detail } });
}
