import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createForeground } from './foreground.ts';

describe('background work', () => {
  it('goes at once when nobody waits', async () => {
    await createForeground().quiet(60_000);
  });

  it('lets everybody who waits go first', async () => {
    const foreground = createForeground();
    const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const order: string[] = [];
    const works = [foreground.run(() => one.promise), foreground.run(() => other.promise)];
    const background = foreground.quiet(60_000).then(() => order.push('background'));
    one.resolve();
    await works[0];
    order.push('one');
    other.resolve();
    await works[1];
    await background;
    assert.deepEqual(order, ['one', 'background']);
  });

  it('loses patience in the end', async () => {
    const foreground = createForeground();
    const { promise, resolve } = Promise.withResolvers<void>();
    const work = foreground.run(() => promise);
    await foreground.quiet(5);
    resolve();
    await work;
  });

  it('is let go when the work before it fails', async () => {
    const foreground = createForeground();
    await assert.rejects(foreground.run(() => Promise.reject(new Error('no'))));
    await foreground.quiet(60_000);
  });
});
