import { isRecord, type JsonObject, type JsonValue, joinPointer, pointerMembers } from '@portolan/kernel';

type Json = JsonValue | { [name: string]: Json } | Json[];

/** A source of numbers that gives the same ones in every run (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Every place in a document where something can be changed. */
export function placesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value))
    return [path, ...value.flatMap((item, index) => placesOf(item, path + joinPointer(index)))];
  if (isRecord(value))
    return [
      path,
      ...Object.entries(value).flatMap(([name, item]) => placesOf(item, path + joinPointer(name))),
    ];
  return [path];
}

/** A copy of the document with one thing in it changed, added or taken away. */
export function mutated(
  document: JsonObject,
  places: readonly string[],
  random: (below: number) => number,
): JsonObject {
  const copy = structuredClone(document) as Record<string, Json>;
  const names = pointerMembers(places[random(places.length)] as string);
  const name = names.pop();
  if (name === undefined) return { ...copy, [`added${random(10)}`]: random(10) } as JsonObject;
  const holder = names.reduce<Record<string, Json>>((at, member) => at[member] as Record<string, Json>, copy);
  holder[name] = other(holder[name] as Json, random);
  if (random(8) === 0) delete holder[name];
  return copy as JsonObject;
}

function other(value: Json, random: (below: number) => number): Json {
  if (typeof value === 'string') return otherText(value, random);
  if (typeof value === 'number') return value + 1 + random(9);
  if (Array.isArray(value)) return random(2) === 0 ? [...value, random(9)] : value.slice(1);
  if (isRecord(value)) return { ...(value as Record<string, Json>), [`added${random(10)}`]: random(10) };
  return random(2) === 0 ? 'other' : 7;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789 .:-_';

/** One character changed, taken out or put in. */
function otherText(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const letter = LETTERS[random(LETTERS.length)] as string;
  const kind = random(3);
  if (kind === 0 || text === '') return text.slice(0, at) + letter + text.slice(at);
  const place = Math.min(at, text.length - 1);
  if (kind === 1) return text.slice(0, place) + text.slice(place + 1);
  const replacement = text[place] === letter ? 'é' : letter;
  return text.slice(0, place) + replacement + text.slice(place + 1);
}
