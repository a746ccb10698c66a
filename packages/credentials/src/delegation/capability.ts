import { type Instant, isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';

/** What may be done in another's name. */
export const delegatedActions = ['file', 'issue', 'read'] as const;
export type DelegatedAction = (typeof delegatedActions)[number];

/**
 * What narrows a delegation further. Each list names all that is allowed; a member left out does not narrow. A caveat of a
 * parent holds for every capability made from it.
 */
export interface Caveats {
  /** Document types that may be issued or read. */
  readonly types?: readonly string[];
  /** Entry types that may be filed. */
  readonly entryTypes?: readonly string[];
  /** Ports of entry, by their code. */
  readonly ports?: readonly string[];
  /** Commodity programs. */
  readonly programs?: readonly string[];
}

export const caveatNames = ['types', 'entryTypes', 'ports', 'programs'] as const;

/** A delegated capability (Authorization Capabilities 0.3): who may do what with what, until when, and from whom. */
export interface Capability {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly controller: string;
  readonly parentCapability: string;
  readonly invocationTarget: string;
  readonly allowedAction: readonly DelegatedAction[];
  readonly expires: string;
  readonly caveat?: Caveats;
  readonly proof: JsonObject;
}

const ROOT_PREFIX = 'urn:zcap:root:';

/** The id of the capability that the owner of a target has over it, from the beginning and without end. */
export function rootCapabilityId(target: string): string {
  return ROOT_PREFIX + encodeURIComponent(target);
}

/** Reads a capability's shape; its signatures are for verifyCapability. Refuses unknown actions and caveats. */
export function readCapability(value: unknown): Result<Capability> {
  if (!isRecord(value)) return malformed('', 'it is not an object');
  const text = ['id', 'controller', 'parentCapability', 'invocationTarget', 'expires'].find(
    (name) => typeof value[name] !== 'string',
  );
  if (text) return malformed(`/${text}`, `its ${text} is not text`);
  const { allowedAction, caveat = {}, proof } = value;
  if (!Array.isArray(allowedAction) || allowedAction.length === 0 || !allowedAction.every(isAction))
    return malformed('/allowedAction', `its actions are not among ${delegatedActions.join(', ')}`);
  if (!isCaveats(caveat)) return malformed('/caveat', 'its caveats are not lists of words known here');
  if (!isRecord(proof)) return malformed('/proof', 'it has no proof');
  return ok(value as unknown as Capability);
}

/** In what a capability goes beyond its parent, in words; undefined when it only narrows. */
export function widening(
  parent: Partial<Pick<Capability, 'allowedAction' | 'invocationTarget' | 'expires' | 'caveat'>>,
  child: Pick<Capability, 'allowedAction' | 'invocationTarget' | 'expires' | 'caveat'>,
): string | undefined {
  if (parent.allowedAction && !child.allowedAction.every((action) => parent.allowedAction?.includes(action)))
    return 'it allows another action';
  if (parent.invocationTarget && !isWithin(child.invocationTarget, parent.invocationTarget))
    return 'its target lies outside';
  if (parent.expires && Date.parse(child.expires) > Date.parse(parent.expires)) return 'it ends later';
  const name = caveatNames.find((caveat) => !isNarrower(parent.caveat?.[caveat], child.caveat?.[caveat]));
  return name === undefined ? undefined : `its caveat on ${name} is wider`;
}

/** What somebody wants to do under a capability. */
export interface Invocation {
  readonly action: DelegatedAction;
  readonly target: string;
  readonly invoker: string;
  readonly at: Instant;
  readonly type?: string;
  readonly entryType?: string;
  readonly port?: string;
  readonly program?: string;
}

const ASKED = { types: 'type', entryTypes: 'entryType', ports: 'port', programs: 'program' } as const;

/** In what an invocation goes beyond a capability, in words; undefined when it is covered. */
export function uncovered(capability: Capability, invocation: Invocation): string | undefined {
  if (capability.controller !== invocation.invoker) return 'it was given to somebody else';
  if (!capability.allowedAction.includes(invocation.action))
    return `it does not allow to ${invocation.action}`;
  if (!isWithin(invocation.target, capability.invocationTarget)) return 'the target lies outside';
  const name = caveatNames.find((caveat) => {
    const allowed = capability.caveat?.[caveat];
    const asked = invocation[ASKED[caveat]];
    // A caveat on something the invocation does not name can't be kept, so it is not.
    return allowed !== undefined && (asked === undefined || !allowed.includes(asked));
  });
  return name === undefined ? undefined : `its caveat on ${name} does not allow it`;
}

/** A target is inside another when it is the same, or a path or query below it (Authorization Capabilities, "Attenuation"). */
function isWithin(target: string, outer: string): boolean {
  if (target === outer) return true;
  // A path that climbs would leave the target it seems to lie in.
  if (/(?:^|\/)\.{1,2}(?:\/|$)|%2e/i.test(target)) return false;
  return target.startsWith(outer.includes('?') ? `${outer}&` : `${outer}/`) || target.startsWith(`${outer}?`);
}

function isNarrower(parent: readonly string[] | undefined, child: readonly string[] | undefined): boolean {
  return parent === undefined || (child?.every((word) => parent.includes(word)) ?? false);
}

function isAction(value: unknown): value is DelegatedAction {
  return (delegatedActions as readonly unknown[]).includes(value);
}

function isCaveats(value: unknown): value is Caveats {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(
    ([name, words]) =>
      (caveatNames as readonly string[]).includes(name) &&
      Array.isArray(words) &&
      words.every((word) => typeof word === 'string'),
  );
}

function malformed(path: string, detail: string) {
  return refused(credentialsCatalogue.refuse('CRED_ZCAP_MALFORMED', { path, params: { detail } }));
}
