import type { FlowKind } from './event.ts';

/** How many lots a kind of step takes and makes, in words for the refusal. */
interface Shape {
  readonly inputs: readonly [least: number, most: number];
  readonly outputs: readonly [least: number, most: number];
  readonly losses: boolean;
  /** Whether what comes out is the same commodity as what went in. */
  readonly same: boolean;
  readonly wanted: string;
}

const many = Number.POSITIVE_INFINITY;

export const shapes: Readonly<Record<FlowKind, Shape>> = {
  produce: {
    inputs: [0, 0],
    outputs: [1, many],
    losses: false,
    same: false,
    wanted: 'no input and at least one new lot',
  },
  split: {
    inputs: [1, 1],
    outputs: [1, many],
    losses: false,
    same: true,
    wanted: 'one input, at least one new lot of the same commodity and no loss',
  },
  merge: {
    inputs: [1, many],
    outputs: [1, 1],
    losses: false,
    same: true,
    wanted: 'inputs and one lot of the same commodity, without loss',
  },
  blend: {
    inputs: [1, many],
    outputs: [1, 1],
    losses: true,
    same: false,
    wanted: 'inputs and one lot',
  },
  transform: {
    inputs: [1, many],
    outputs: [1, many],
    losses: true,
    same: false,
    wanted: 'at least one input and one output',
  },
  lose: {
    inputs: [1, many],
    outputs: [0, 0],
    losses: true,
    same: false,
    wanted: 'inputs that were lost and no output',
  },
  consume: {
    inputs: [1, many],
    outputs: [0, 0],
    losses: false,
    same: false,
    wanted: 'inputs that left the chain and no output',
  },
};
