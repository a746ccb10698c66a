import { exitCodes } from '../exit-codes.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/**
 * `--answer /lines/0/spi=S`: the value as JSON where it is JSON of its own kind (true, null, a list, an object), else as
 * text; digits stay text, since codes and amounts are text in an entry.
 */
export function readAnswers(answers: readonly string[]): Outcome<Record<string, unknown>> {
  const typed: Record<string, unknown> = {};
  for (const answer of answers) {
    const split = answer.indexOf('=');
    const pointer = answer.slice(0, Math.max(0, split));
    if (!/^(\/[^/]+)+$/.test(pointer)) {
      const expected = 'a pointer, an equals sign and the value, such as /lines/0/spi=S';
      return refuse('CLI_OPTION_INVALID', { option: '--answer', value: answer, expected }, exitCodes.usage);
    }
    typed[pointer] = readValue(answer.slice(split + 1));
  }
  return done(typed);
}

function readValue(text: string): unknown {
  if (!/^(true|false|null|[[{"].*)$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
