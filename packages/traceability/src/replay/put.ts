/** Adds to the list under a name. */
export function put<T>(lists: Map<string, T[]>, lot: string, item: T): void {
  const list = lists.get(lot);
  if (list) list.push(item);
  else lists.set(lot, [item]);
}
