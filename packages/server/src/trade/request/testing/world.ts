import { randomUUID } from 'node:crypto';
import type { FilingAcknowledged, RequestView } from '@portolan/contract';
import { addSeconds, type Instant, instant } from '@portolan/kernel';
import { ensureList } from '../../../credentials/status/allocate.ts';
import { allTenants } from '../../../exchange/tenants.ts';
import type { Tenant } from '../../../platform/tenant.ts';
import { withTransaction } from '../../../platform/transaction.ts';
import { type Client, type TestNode, testNode } from '../../../testing/index.ts';
import type { TradeContext } from '../../context.ts';
import { accreditSigners } from '../../sample/standing.ts';
import { shipmentForm } from '../../testing/shipment.ts';

/** The sample community on a node whose clock stands on the day of the produce story until a test moves it. */
export interface RequestWorld {
  readonly node: TestNode;
  readonly context: TradeContext;
  seat(slug: string): Tenant;
  as(member: string): Promise<Client>;
  now(): Instant;
  /** Lets days pass; whoever was signed in signs in again. */
  pass(days: number): void;
  /** Files one shipment of produce, at the clock's date or at a story's, or a form of one's own; answers its entry number. */
  file(serial: number, story?: { readonly storyAt?: string; readonly form?: FormData }): Promise<string>;
  /** Opens a request as an officer; answers it as the officer sees it. */
  ask(entryNumber: string, asked?: object): Promise<RequestView>;
  /** Resolves when all that was sent has arrived. */
  settled(): Promise<void>;
  /** Every row of every table that a tenant holds, as text. */
  everythingOf(slug: string): Promise<string>;
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Line 3 of a shipment: the mangoes, claimed under USMCA, certified and grown by the grower. */
export const mangoes = { template: 'preference-claim', field: '/lines/2' };

export async function requestWorld(): Promise<RequestWorld> {
  let now = instant('2026-06-12T16:00:00.000Z');
  const node = await testNode({ sample: 'seats', clock: { now: () => now } });
  const { trade } = node.areas;
  const { context } = trade;
  const seats = new Map((await allTenants(context.pool)).map((tenant) => [tenant.slug, tenant]));
  await accreditSigners(context, seats);
  await withTransaction(context.pool, async (tx) => {
    for (const { id, did } of seats.values()) await ensureList(tx, id, did, 1);
  });
  const seat = (slug: string) => seats.get(slug) as Tenant;
  const rows = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await context.pool.query<Row>(text, [...values])).rows;
  return {
    ...{ node, context, seat, rows },
    as: node.as,
    now: () => now,
    pass(days) {
      now = addSeconds(now, days * 86_400);
    },
    async file(serial, story) {
      const broker = await node.as('broker-filer');
      const form = story?.form ?? (await shipmentForm(serial, { storyAt: story?.storyAt ?? '' }));
      const { status, body, codes } = await broker.post<FilingAcknowledged>('/api/filings', form, {
        'idempotency-key': randomUUID(),
      });
      if (status !== 202) throw new Error(`not filed: ${status} ${codes.join(', ')}`);
      await trade.settled();
      return body.entryNumber;
    },
    async ask(entryNumber, asked = mangoes) {
      const officer = await node.as('agency-officer');
      const { status, body, codes } = await officer.post<RequestView>(
        `/api/entries/${entryNumber}/requests`,
        asked,
      );
      if (status !== 201) throw new Error(`not opened: ${status} ${codes.join(', ')}`);
      return body;
    },
    settled: () => trade.settled(),
    async everythingOf(slug) {
      const tables = await rows<{ name: string }>(
        `select table_name as name from information_schema.columns
         where column_name = 'tenant_id' and table_schema = 'public' order by 1`,
      );
      const parts = await Promise.all(
        tables.map(async ({ name }) =>
          textOf(await rows(`select * from ${name} where tenant_id = $1`, [seat(slug).id])),
        ),
      );
      return parts.join('\n');
    },
    close: () => node.close(),
  };
}

/** Rows as text in which bytes are read as the text they hold, too. */
function textOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_name, value) => {
    const bytes = value as { type?: string; data?: number[] } | null;
    return bytes?.type === 'Buffer' && bytes.data ? Buffer.from(bytes.data).toString('utf8') : value;
  });
}

/** The form by which a party answers. */
export function answerForm(
  text: string,
  disclosure: string,
  files: readonly { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> }[] = [],
): FormData {
  const form = new FormData();
  form.set('text', text);
  form.set('disclosure', disclosure);
  for (const { name, content } of files) form.append('files', new Blob([content]), name);
  return form;
}
