import type { FilingAcknowledged } from '@portolan/contract';

/** Something a client files and may send again, the same bytes each time, until it is acknowledged. */
export interface Submission {
  readonly name: string;
  /** Answers what the node acknowledged. Throws NodeAway when it gave no answer, and another error for any other answer. */
  send(url: string): Promise<readonly FilingAcknowledged[]>;
}

/** The node answered nothing, or that it cannot answer now: what became of the submission is not known. */
export class NodeAway extends Error {
  constructor(why: unknown) {
    super(`the node is away: ${why instanceof Error ? why.message : String(why)}`);
    this.name = 'NodeAway';
  }
}

/** Statuses with which a node says that it, or its database, can't answer now. */
const unready = 500;

/** The answer of a node as JSON; throws NodeAway where there is none, and what was refused otherwise. */
export async function answerOf<T>(url: string, init: RequestInit): Promise<T> {
  const [status, text] = await fetch(url, init)
    .then(async (response): Promise<[number, string]> => [response.status, await response.text()])
    .catch((error) => {
      throw new NodeAway(error);
    });
  if (status >= unready) throw new NodeAway(`${status} ${text.slice(0, 300)}`);
  if (status >= 400) throw new Error(`${new URL(url).pathname} answered ${status} ${text.slice(0, 2000)}`);
  return JSON.parse(text) as T;
}
