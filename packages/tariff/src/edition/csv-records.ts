/** Longest record that an export may have, in characters. */
const MAX_RECORD = 1_000_000;

const QUOTE = '"';
const COMMA = ',';

/** Records of CSV text (RFC 4180: quoted fields, doubled quotes, either line ending) from chunks of it. */
export function* csvRecords(chunks: Iterable<string>): Generator<string[]> {
  let record: string[] = [];
  let field = '';
  let quoted = false;
  let closing = false;
  for (const chunk of chunks)
    for (const character of chunk) {
      if (quoted && !closing && character !== QUOTE) field += character;
      else if (character === QUOTE) {
        if (closing) field += QUOTE;
        closing = quoted && !closing;
        quoted = true;
      } else if (character === COMMA) {
        record.push(field);
        [field, quoted, closing] = ['', false, false];
      } else if (character === '\n') {
        yield [...record, field];
        [record, field, quoted, closing] = [[], '', false, false];
      } else if (character !== '\r') field += character;
      if (field.length > MAX_RECORD) throw new RangeError('a field is longer than any of the schedule');
    }
  if (field !== '' || record.length > 0) yield [...record, field];
}
