/** A sleep that can be ended early. */
export class Alarm {
  #ring: (() => void) | undefined;

  /** Resolves after `ms`, or as soon as somebody rings. */
  async wait(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.#ring = resolve;
    await promise;
    clearTimeout(timer);
    this.#ring = undefined;
  }

  ring(): void {
    this.#ring?.();
  }
}
