/** Longest row that an export may have, in characters: the longest description of the schedule has some thousands. */
const MAX_OBJECT = 1_000_000;

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/**
 * The texts of the objects in a JSON array, one after another, from chunks of its text: a whole export as one value
 * would take hundreds of megabytes. What stands between the objects is not looked at. Throws on an object that is
 * longer than any row can be.
 */
export function* jsonObjects(chunks: Iterable<string>): Generator<string> {
  let held = '';
  let depth = 0;
  let inText = false;
  let escaped = false;
  for (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (inText) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inText = false;
      } else if (code === QUOTE) inText = true;
      else if (code === OPEN) {
        if (depth === 0) start = at;
        depth++;
      } else if (code === CLOSE && depth > 0) {
        depth--;
        if (depth > 0) continue;
        yield held + chunk.slice(start, at + 1);
        held = '';
      }
    }
    if (depth > 0) held += chunk.slice(start);
    if (held.length > MAX_OBJECT) throw new RangeError('a row is longer than any row of the schedule');
  }
  if (depth > 0) throw new SyntaxError('the text ends inside a row');
}
