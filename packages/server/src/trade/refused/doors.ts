import { randomUUID } from 'node:crypto';
import type { Delivery } from '@portolan/contract';
import { canonicalize, type JsonObject, type Refusal } from '@portolan/kernel';
import type { Answer, Client } from '../../testing/index.ts';
import { storyAt, typed } from '../../torture/shipment/filing.ts';
import type { Community } from '../testing/community.ts';
import { uploadForm } from '../testing/shipment.ts';

/** What a door answered: to an envelope of a request, what that envelope was answered. */
export interface Seen {
  readonly status: number;
  readonly refusals: readonly Refusal[];
}

type File = Parameters<typeof uploadForm>[0][number];

/** The doors by which something comes into a node. */
export interface Doors {
  /** A file for a draft. */
  drop(content: File['content'], name: string): Promise<Seen>;
  /** A shipment filed at once. */
  file(
    credentials: readonly JsonObject[],
    more?: { typed?: JsonObject; files?: readonly File[] },
  ): Promise<Seen>;
  /** Envelopes from another node; answers for the last. */
  deliver(...envelopes: readonly JsonObject[]): Promise<Seen>;
  /** Any call of a member. */
  call(client: Client, path: string, body: unknown): Promise<Seen>;
}

export function doorsOf({ node }: Community, broker: Client): Doors {
  return {
    async drop(content, name) {
      return seen(await broker.post('/api/drafts', uploadForm([{ name, content }], { storyAt })));
    },
    async file(credentials, more = {}) {
      const signed = credentials.map((one, index) => ({
        name: `${index}.vc.json`,
        content: canonicalize(one),
      }));
      const form = uploadForm([...signed, ...(more.files ?? [])], {
        storyAt,
        typed: JSON.stringify(more.typed ?? typed),
      });
      return seen(await broker.post('/api/filings', form, { 'idempotency-key': randomUUID() }));
    },
    async deliver(...envelopes) {
      const answer = await node.anonymous.post<{ deliveries?: Delivery[] }>('/api/inbox', { envelopes });
      const last = answer.body.deliveries?.at(-1);
      return last ? { status: answer.status, refusals: last.refusals } : seen(answer);
    },
    async call(client, path, body) {
      return seen(await client.post(path, body));
    },
  };
}

function seen({ status, body }: Answer): Seen {
  return { status, refusals: (body as { refusals?: Refusal[] }).refusals ?? [] };
}

/** What a refusal is meant to leave: the audit trail, its record, its answer under its key. The log writes by itself. */
const passedOver = ['audit', 'refused_filings', 'idempotency', 'sessions'];

/** Rows of every other table of a node. */
export async function rowsOf({ node }: Community): Promise<Readonly<Record<string, number>>> {
  const { pool } = node.context;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like 'log%' and not table_name = any($1) order by 1`,
    [passedOver],
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}"`);
  const { rows } = await pool.query<{ name: string; rows: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}
