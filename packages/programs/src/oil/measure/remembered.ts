/** Answers kept by a whole number, as many as a month of a line asks for; when they grow past it they begin again. */
const KEPT = 20_000;

/** The same function, computing each answer once. */
export function remembered<T>(compute: (key: bigint) => T): (key: bigint) => T {
  const answers = new Map<bigint, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= KEPT) answers.clear();
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}
