/**
 * Keeps the last used values by key, at most so many; who asks for one that is being made waits for the same. One that
 * could not be made is tried again by whoever asks next.
 */
export function kept<T extends Promise<unknown>>(most: number): (key: string, make: () => T) => T {
  const values = new Map<string, T>();
  return (key, make) => {
    const value = values.get(key) ?? make();
    values.delete(key);
    values.set(key, value);
    value.catch(() => values.get(key) === value && values.delete(key));
    const [oldest] = values.keys();
    if (values.size > most && oldest !== undefined) values.delete(oldest);
    return value;
  };
}
