/** A state as a word; its colour says nothing that the word does not. */
export function Pill({ state: [tone, words] }: { state: readonly [tone: string, words: string] }) {
  return <span className={`pill pill--${tone}`}>{words}</span>;
}
