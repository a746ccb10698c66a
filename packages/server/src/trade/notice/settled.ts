import type { TradeContext } from '../context.ts';
import { noticesIdle, nudgeNotices } from './dispatch.ts';

/** Resolves when messages have arrived, the notices they led to were sent, and those have arrived too. */
export async function settled(context: TradeContext): Promise<void> {
  await context.exchange.idle();
  nudgeNotices(context);
  await noticesIdle(context);
  await context.exchange.idle();
}
