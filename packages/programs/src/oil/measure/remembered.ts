/** Answers kept: as many as a month of a line asks for; past that they begin again. */
const KEPT = 20_000;

/** The same function of a number or text, computing each answer once. */
export function remembered<K extends bigint | string, T>(compute: (key: K) => T): (key: K) => T {
  const answers = new Map<K, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= KEPT) answers.clear();
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}
