import { isRecord } from '@portolan/kernel';
import { readMultikey } from '../multikey.ts';

/** The witnesses of a history: how many of whom must approve an entry. */
export interface Witnesses {
  readonly threshold: number;
  readonly ids: readonly string[];
}

/** The settings in force after an entry (did:webvh 1.0, "did:webvh DID Method Parameters"). */
export interface Parameters {
  readonly scid: string;
  readonly updateKeys: readonly string[];
  readonly nextKeyHashes: readonly string[];
  readonly witness: Witnesses | undefined;
  readonly portable: boolean;
  readonly deactivated: boolean;
  /** Seconds a resolved document may be kept. */
  readonly ttl: number;
}

const METHOD = 'did:webvh:1.0';
const MAX_TTL = 2 ** 31;
const MAX_LIST = 100;
const START: Parameters = {
  scid: '',
  updateKeys: [],
  nextKeyHashes: [],
  witness: undefined,
  portable: false,
  deactivated: false,
  ttl: 3600,
};

/** The settings after an entry, from those before it and what it says; in words what is wrong with it. */
export function nextParameters(
  before: Parameters | undefined,
  said: Record<string, unknown>,
): Parameters | string {
  const wrong = before === undefined ? firstFault(said) : laterFault(before, said);
  if (wrong) return wrong;
  const current = before ?? START;
  const next: Record<string, unknown> = { ...current };
  for (const [name, value] of Object.entries(said)) {
    const read = READERS[name];
    if (!read) return `the parameter ${name.slice(0, 40)} does not exist`;
    const result = read(value ?? DEFAULTS[name]);
    if (result === WRONG) return `the parameter ${name} is malformed`;
    if (name !== 'method' && name !== 'watchers') next[name] = result;
  }
  return next as unknown as Parameters;
}

const WRONG = Symbol('wrong');
/** What an early implementation meant by null ("General Rules for Parameters", note). */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  updateKeys: [],
  nextKeyHashes: [],
  witness: {},
  watchers: [],
  portable: false,
  deactivated: false,
  ttl: 3600,
};
const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  method: (value) => (value === METHOD ? value : WRONG),
  scid: (value) => (typeof value === 'string' ? value : WRONG),
  updateKeys: (value) => (isTexts(value) && value.every(isEd25519) ? value : WRONG),
  nextKeyHashes: (value) => (isTexts(value) ? value : WRONG),
  watchers: (value) => (isTexts(value) ? value : WRONG),
  witness: readWitness,
  portable: (value) => (typeof value === 'boolean' ? value : WRONG),
  deactivated: (value) => (typeof value === 'boolean' ? value : WRONG),
  ttl: (value) =>
    Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_TTL ? value : WRONG,
};

function firstFault({ method, scid, updateKeys }: Record<string, unknown>): string | undefined {
  if (method !== METHOD) return `its method is not ${METHOD}`;
  if (typeof scid !== 'string') return 'it has no scid';
  return isTexts(updateKeys) && updateKeys.length > 0 ? undefined : 'it has no update keys';
}

function laterFault(before: Parameters, said: Record<string, unknown>): string | undefined {
  if (before.deactivated) return 'the identifier was given up in the entry before';
  if (said.scid !== undefined) return 'only the first entry has an scid';
  if (said.portable === true && !before.portable)
    return 'only the first entry can make the identifier portable';
  if (before.nextKeyHashes.length === 0) return undefined;
  return said.updateKeys === undefined || said.nextKeyHashes === undefined
    ? 'with pre-rotation, every entry names updateKeys and nextKeyHashes'
    : undefined;
}

/** An empty object stands for no witnesses; a malformed one never does ("The witness Parameter"). */
function readWitness(value: unknown): Witnesses | undefined | typeof WRONG {
  if (!isRecord(value)) return WRONG;
  if (Object.keys(value).length === 0) return undefined;
  const { threshold, witnesses } = value;
  if (!Array.isArray(witnesses) || witnesses.length === 0 || witnesses.length > MAX_LIST) return WRONG;
  const ids: unknown[] = witnesses.map((witness: unknown) => (isRecord(witness) ? witness.id : undefined));
  const distinct = new Set(ids).size === ids.length;
  if (!distinct || !ids.every(isWitnessDid) || !Number.isSafeInteger(threshold)) return WRONG;
  const count = threshold as number;
  return count >= 1 && count <= ids.length ? { threshold: count, ids: ids as string[] } : WRONG;
}

function isWitnessDid(id: unknown): boolean {
  return typeof id === 'string' && id.startsWith('did:key:') && isEd25519(id.slice('did:key:'.length));
}

function isEd25519(multikey: string): boolean {
  const key = readMultikey(multikey);
  return key.ok && key.value.algorithm === 'Ed25519';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_LIST && value.every((item) => typeof item === 'string');
}
