/** A member's place in canonical order, with what stands before its value in the canonical text. */
export interface OrderedMember {
  readonly name: string;
  /** The quoted name and the colon, as text and in UTF-8. */
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** What is known of objects whose members begin with the names that led here. */
interface Step {
  next: Map<string, Step> | undefined;
  /** The name that came first to this step, and where it leads: nearly all objects of a kind are written alike. */
  usual: string | undefined;
  usualStep: Step | undefined;
  order: readonly OrderedMember[] | undefined;
}

const encoder = new TextEncoder();
/** Orders kept: senders choose names too, so there is a bound, and beyond it all is learned anew. */
const MAX_STEPS = 16_384;
const MAX_NAMES = 64;
const MAX_NAME_LENGTH = 64;
let first = newStep();
let steps = 0;

/**
 * The members of an object in canonical order, by UTF-16 code units (RFC 8785 section 3.2.3), which is how JavaScript compares
 * strings. The names are taken as the object has them; objects of a kind come again and again, so their order is remembered.
 * Throws on half a character in a name.
 */
export function inMemberOrder(names: readonly string[]): readonly OrderedMember[] {
  if (names.length > MAX_NAMES) return sorted(names);
  let step = first;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    const next = step.usual === name ? step.usualStep : (step.next?.get(name) ?? learn(step, name));
    if (!next) return sorted(names);
    step = next;
  }
  step.order ??= sorted(names);
  return step.order;
}

function learn(step: Step, name: string): Step | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined;
  if (steps >= MAX_STEPS) {
    first = newStep();
    steps = 0;
    return undefined;
  }
  const next = newStep();
  steps += 1;
  if (step.usual === undefined) {
    step.usual = name;
    step.usualStep = next;
  } else {
    step.next ??= new Map();
    step.next.set(name, next);
  }
  return next;
}

function newStep(): Step {
  return { next: undefined, usual: undefined, usualStep: undefined, order: undefined };
}

function sorted(names: readonly string[]): OrderedMember[] {
  return [...names].sort().map(memberOf);
}

function memberOf(name: string): OrderedMember {
  // JSON.stringify escapes a lone surrogate instead of refusing it (RFC 8785 section 3.2.2.2 wants an error).
  if (!name.isWellFormed()) throw new TypeError('lone surrogate in a name');
  const label = `${JSON.stringify(name)}:`;
  return { name, label, bytes: encoder.encode(label) };
}
