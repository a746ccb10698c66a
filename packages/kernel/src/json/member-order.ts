/** Above this many names the built-in sort wins. */
const FEW = 24;

/** Member names, sorted in place by UTF-16 code units (RFC 8785 section 3.2.3), which is how JavaScript compares strings. */
export function inMemberOrder(names: string[]): string[] {
  if (names.length > FEW) return names.sort();
  for (let index = 1; index < names.length; index += 1) {
    const name = names[index] as string;
    let place = index;
    for (; place > 0 && (names[place - 1] as string) > name; place -= 1)
      names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}
