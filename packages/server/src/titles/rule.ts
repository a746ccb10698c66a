import type { Refusal } from '@portolan/kernel';
import { titleCatalogue } from './catalogue.ts';

/** A title as its home has it. */
export interface TitleState {
  readonly title: string;
  readonly home: string;
  readonly holder: string;
  /** Steps taken so far. */
  readonly seq: number;
  readonly state: 'live' | 'surrendered';
}

/** What somebody wants done with a title. */
export interface TitleOrder {
  readonly title: string;
  readonly from: string;
  readonly kind: 'endorse' | 'surrender';
  readonly to: string;
  /** The number that the step would have: one more than the sender knows of. */
  readonly seq: number;
}

/**
 * Why a title cannot take a step; nothing when it can. One holder at a time, and each number once: an order made in the knowledge
 * of an older state is a second sale. A surrendered title moves no more.
 */
export function stepRefused(state: TitleState, order: TitleOrder): Refusal | undefined {
  const params = { title: short(order.title), seq: order.seq };
  if (state.state === 'surrendered') return titleCatalogue.refuse('NODE_TITLE_SURRENDERED', { params });
  if (order.seq <= state.seq) return titleCatalogue.refuse('NODE_TITLE_MOVED', { params });
  if (order.from !== state.holder || order.seq !== state.seq + 1)
    return titleCatalogue.refuse('NODE_TITLE_NOT_HOLDER', { params });
  if (order.kind === 'surrender' ? order.to !== state.home : order.to === state.holder)
    return titleCatalogue.refuse('NODE_TITLE_SELF', { path: '/to', params });
  return undefined;
}

/** The state after a step that was not refused. */
export function afterStep(state: TitleState, { kind, to, seq }: TitleOrder): TitleState {
  return { ...state, seq, holder: to, state: kind === 'surrender' ? 'surrendered' : 'live' };
}

/** A digest as refusals show it. */
export function short(digest: string): string {
  return `${digest.slice(0, 15)}…`;
}
