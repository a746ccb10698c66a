import type { FilingAcknowledged } from '@portolan/contract';
import { NodeAway, type Submission } from './submission.ts';

/** What the client filed, and what the node acknowledged before anything was killed. */
export class Register {
  readonly #acknowledged = new Map<Submission, readonly FilingAcknowledged[] | undefined>();

  /** Files and remembers the answer; a submission without one stays open. Answers whether there was one. */
  async file(submission: Submission, url: string): Promise<boolean> {
    if (!this.#acknowledged.has(submission)) this.#acknowledged.set(submission, undefined);
    try {
      this.#keep(submission, await submission.send(url));
      return true;
    } catch (error) {
      if (error instanceof NodeAway) return false;
      throw new Error(submission.name, { cause: error });
    }
  }

  /** Sends everything again; throws when the node is away, or answers otherwise than before. */
  async fileAllAgain(url: string): Promise<void> {
    for (const submission of this.#acknowledged.keys())
      if (!(await this.file(submission, url))) throw new Error(`no answer to ${submission.name}`);
  }

  /** Every filing that was acknowledged. */
  get acknowledged(): readonly FilingAcknowledged[] {
    return [...this.#acknowledged.values()].flatMap((filings) => filings ?? []);
  }

  /** Submissions to which no answer came. */
  get open(): number {
    return [...this.#acknowledged.values()].filter((filings) => filings === undefined).length;
  }

  /** An acknowledgement is for good: number, envelope and time never change; only an undecided filing gets decided. */
  #keep(submission: Submission, filings: readonly FilingAcknowledged[]): void {
    const before = this.#acknowledged.get(submission);
    for (const [index, filing] of filings.entries()) {
      const known = before?.[index];
      if (!known || JSON.stringify(known) === JSON.stringify(filing)) continue;
      const same = (['entryNumber', 'envelope', 'filedAt'] as const).every(
        (name) => known[name] === filing[name],
      );
      if (!same || known.delivered)
        throw new Error(`acknowledged first ${JSON.stringify(known)}, then ${JSON.stringify(filing)}`);
    }
    this.#acknowledged.set(submission, filings);
  }
}
