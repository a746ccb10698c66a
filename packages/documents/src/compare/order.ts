/** Order by UTF-16 code units: the same on every machine and in every locale. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Items by the text of each, made once for each: comparing makes it again and again. */
export function sortedByText<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, text: textOf(item) }))
    .sort((left, right) => byText(left.text, right.text))
    .map(({ item }) => item);
}
