/** A single value to be given, within an answer that may have several. */
export interface AnswerField {
  /** Members leading to it within the answer; none when the answer is a single value. */
  path: readonly string[];
  example: string | number | boolean;
}

/** The single values that an answer of the example's shape consists of. */
export function answerFields(example: unknown, path: readonly string[] = []): AnswerField[] {
  if (typeof example !== 'object' || example === null)
    return [{ path, example: example as AnswerField['example'] }];
  return Object.entries(example).flatMap(([name, member]) => answerFields(member, [...path, name]));
}

/** The text of a single value within an answer at hand, such as the node's proposal. */
export function textAt(answer: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
    answer,
  );
  return value === undefined || value === null ? '' : String(value);
}

function single(example: AnswerField['example'], text: string): unknown {
  if (typeof example === 'boolean') return text === 'true';
  return typeof example === 'number' ? Number(text) : text;
}

/** An answer of the example's shape from typed texts; members left empty are left out. */
export function answerFrom(
  example: unknown,
  textOf: (path: readonly string[]) => string,
  path: readonly string[] = [],
): unknown {
  if (typeof example !== 'object' || example === null) {
    const text = textOf(path).trim();
    return text === '' ? undefined : single(example as AnswerField['example'], text);
  }
  const members = Object.entries(example)
    .map(([name, member]) => [name, answerFrom(member, textOf, [...path, name])] as const)
    .filter(([, value]) => value !== undefined);
  if (members.length === 0) return undefined;
  return Array.isArray(example) ? members.map(([, value]) => value) : Object.fromEntries(members);
}
