type Key = string | symbol;
type Reflection = typeof Reflect & {
  defineMetadata?(name: Key, value: unknown, target: object): void;
  getOwnMetadata?(name: Key, target: object): unknown;
  getMetadata?(name: Key, target: object): unknown;
};

/**
 * The three functions of the withdrawn "metadata reflection" proposal that the certificate library's registry asks for;
 * it needs them at import and for its own classes alone.
 */
export function provideReflection(): void {
  const reflection: Reflection = Reflect;
  if (reflection.getMetadata) return;
  const kept = new WeakMap<object, Map<Key, unknown>>();
  const own = (name: Key, target: object) => kept.get(target)?.get(name);
  reflection.defineMetadata = (name, value, target) => {
    kept.set(target, (kept.get(target) ?? new Map<Key, unknown>()).set(name, value));
  };
  reflection.getOwnMetadata = own;
  reflection.getMetadata = (name, target) => {
    for (let place: object | null = target; place; place = Object.getPrototypeOf(place))
      if (own(name, place) !== undefined) return own(name, place);
    return undefined;
  };
}
