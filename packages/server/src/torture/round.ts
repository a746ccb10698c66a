import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../postgres/wait-until.ts';
import { checkAcknowledged } from './checks/acknowledged.ts';
import { checkDecidedOnce } from './checks/decided-once.ts';
import { checkHeads } from './checks/heads.ts';
import { checkLeaves, checkReceipts } from './checks/leaves.ts';
import { type Fault, strike } from './faults.ts';
import { brokerSession } from './filing/documents.ts';
import { watchHeads } from './filing/heads.ts';
import { keepFiling } from './filing/keep-filing.ts';
import { Register } from './filing/register.ts';
import type { NodeHome } from './process/node-home.ts';
import { prepareCommunity } from './process/prepare-community.ts';

/** One client and one node over many rounds. */
export interface Trial {
  readonly home: NodeHome;
  readonly cookie: string;
  readonly serial: () => number;
  /** What was filed in all rounds so far. */
  readonly registers: Register[];
}

export interface RoundReport {
  readonly acknowledged: number;
  /** Submissions that were under way when the fault struck, and got no answer. */
  readonly unanswered: number;
  /** Milliseconds from the fault until the node answered again. */
  readonly awayMs: number;
}

const firstSerial = 1_000_000;
const leastAcknowledged = 4;
const longestMs = 800;
const backMs = 60_000;

export async function openTrial(home: NodeHome): Promise<Trial> {
  let last = firstSerial;
  await prepareCommunity(home.node.url);
  const cookie = await brokerSession(home.node.url);
  return { home, cookie, serial: () => ++last, registers: [] };
}

/**
 * Files, strikes in the middle of it, and checks everything when the node is back: what was acknowledged stands, what was
 * sent again is the same, nothing is half there, and the log goes on from where it was seen.
 */
export async function playRound(trial: Trial, fault: Fault): Promise<RoundReport> {
  const { home } = trial;
  const register = new Register();
  trial.registers.push(register);
  const { shown, awayMs } = await fileAndStrike(trial, fault, register);
  const { open: unanswered, acknowledged } = register;
  await home.withStore(({ pool }) => checkAcknowledged(pool, acknowledged));
  await register.fileAllAgain(home.node.url);
  await check(trial, [register], shown);
  return { acknowledged: acknowledged.length, unanswered, awayMs };
}

/** Answers the checkpoints that a monitor saw until the node was back, and how long that took. */
async function fileAndStrike(
  { home, cookie, serial }: Trial,
  fault: Fault,
  register: Register,
): Promise<{ shown: readonly string[]; awayMs: number }> {
  const { url } = home.node;
  const heads = watchHeads(url);
  const filing = keepFiling({ url, cookie, register, serial });
  try {
    await underWay(register);
    filing.halt();
    const struck = performance.now();
    await strike(home, fault);
    await backAgain(home);
    const awayMs = performance.now() - struck;
    await filing.ended();
    return { shown: await heads.stop(), awayMs };
  } finally {
    filing.halt();
    await heads.stop();
  }
}

/** Resolves at some moment after the first filings were acknowledged. */
async function underWay(register: Register): Promise<void> {
  const begun = () => (register.acknowledged.length >= leastAcknowledged ? true : undefined);
  if (!(await waitUntil(begun, backMs))) throw new Error('no filing is acknowledged');
  await pause(Math.random() * longestMs);
}

/** Checks what some registers hold against the node as it stands. */
export async function check(
  { home }: Trial,
  registers: readonly Register[],
  shown: readonly string[],
): Promise<void> {
  await home.withStore(async (store) => {
    await store.sequenced(backMs);
    const acknowledged = registers.flatMap((register) => register.acknowledged);
    await checkAcknowledged(store.pool, acknowledged);
    await checkDecidedOnce(store.pool);
    await checkLeaves(store.pool);
    await checkReceipts(store.pool, acknowledged);
    await checkHeads(home.node.url, store.pool, shown);
  });
}

/** A node that lost its database, or was started, answers again when every part of it is well. */
async function backAgain({ node }: NodeHome): Promise<void> {
  const look = async () => {
    if (node.hasEnded()) return 'ended';
    const response = await fetch(`${node.url}/health`).catch(() => undefined);
    return response?.ok ? 'well' : undefined;
  };
  const state = await waitUntil(look, backMs, 50);
  if (state !== 'well') throw new Error(state === 'ended' ? 'the node ended' : 'the node does not come back');
}
