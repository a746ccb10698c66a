import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { Alarm } from './alarm.ts';
import {
  type Batch,
  type BatchContext,
  batchLimit,
  FencedError,
  sequenceBatch,
  sequencedChannel,
} from './batch.ts';
import type { Edge } from './edge.ts';
import { leaveLead, takeLead } from './leadership.ts';

/** Longest time for which leaves of a busy log wait for their batch. */
const batchMs = 20;
/** How often an idle log looks for leaves that other processes of this node have appended. */
const idleMs = 100;
/** How long after an append the log looks at the pace of a busy one: business transactions commit within it. */
const hotMs = 1000;
/** How often a standby tries to take over. */
const standbyMs = 500;
/** Pause after an error, such as a database that is being started again. */
const faultMs = 250;

export interface SequencerOptions extends Omit<BatchContext, 'epoch'> {
  readonly pool: Pool;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told of every batch committed here. Ids of a batch whose commit was not confirmed are found by `onAnnounced`. */
  onSequenced(pendingIds: readonly string[]): void;
  /** Told that some process has committed a batch, or may have. */
  onAnnounced(): void;
}

/**
 * Runs this process's part of the sequencing of a log: the one that holds the lead commits batches, all others stand by
 * and take over when it is gone. It outlives every error of the database.
 */
export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #alarm = new Alarm();
  #hotUntil = 0;
  #stopping = false;
  #running: Promise<void> | undefined;
  #leading = false;

  constructor(options: SequencerOptions) {
    this.#options = options;
  }

  /** Whether this process is the sequencer at present. */
  get leading(): boolean {
    return this.#leading;
  }

  start(): void {
    this.#stopping = false;
    this.#running ??= this.#run();
  }

  /** Finishes the batch at hand, gives up the lead and the connection. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#alarm.ring();
    await this.#running;
    this.#running = undefined;
  }

  /** Says that leaves are about to be committed. */
  hint(): void {
    const cold = performance.now() > this.#hotUntil;
    this.#hotUntil = performance.now() + hotMs;
    if (cold) this.#alarm.ring();
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#withConnection((client) => this.#serve(client));
      } catch (error) {
        this.#options.logger.warn({ err: error, log: this.#options.origin }, 'log sequencer interrupted');
        await this.#pause(faultMs);
      }
    }
  }

  async #withConnection(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.#options.pool.connect();
    // A connection that breaks while idle reports here, and again to the next query.
    client.on('error', () => undefined);
    try {
      await work(client);
    } finally {
      this.#leading = false;
      // The session may still hold the lead or listen: it ends with its connection.
      client.release(true);
    }
  }

  async #serve(client: PoolClient): Promise<void> {
    client.on('notification', () => this.#options.onAnnounced());
    await client.query(`listen ${sequencedChannel}`);
    while (!this.#stopping) {
      const epoch = await takeLead(client, this.#options.logId);
      this.#options.onAnnounced();
      if (epoch === undefined) await this.#pause(standbyMs);
      else await this.#lead(client, epoch);
    }
  }

  async #lead(client: PoolClient, epoch: number): Promise<void> {
    const { logger, origin, logId } = this.#options;
    await client.query(`unlisten ${sequencedChannel}`);
    this.#leading = true;
    logger.info({ log: origin, epoch }, 'log sequencer leads');
    try {
      await this.#sequence(client, epoch);
    } catch (error) {
      if (!(error instanceof FencedError)) throw error;
      logger.warn({ log: origin, epoch }, 'log sequencer fenced');
    }
    this.#leading = false;
    await leaveLead(client, logId);
    await client.query(`listen ${sequencedChannel}`);
  }

  async #sequence(client: PoolClient, epoch: number): Promise<void> {
    let edge: Edge | undefined;
    while (!this.#stopping) {
      const began = performance.now();
      if (edge === undefined || (await this.#hasPending(client))) {
        const batch: Batch = await sequenceBatch(client, { ...this.#options, epoch }, edge);
        edge = batch.edge;
        if (batch.pendingIds.length > 0) this.#options.onSequenced(batch.pendingIds);
        if (batch.pendingIds.length === batchLimit) continue;
      }
      const pace = began < this.#hotUntil ? batchMs : idleMs;
      await this.#pause(pace - (performance.now() - began));
    }
  }

  async #hasPending(client: PoolClient): Promise<boolean> {
    const { rowCount } = await client.query({
      name: 'log_has_pending',
      text: 'select from log_pending where log_id = $1 limit 1',
      values: [this.#options.logId],
    });
    return rowCount === 1;
  }

  async #pause(ms: number): Promise<void> {
    if (!this.#stopping) await this.#alarm.wait(Math.max(0, ms));
  }
}
