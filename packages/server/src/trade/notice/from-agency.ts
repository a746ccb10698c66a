import type { Refusal } from '@portolan/kernel';
import { exchangeCatalogue } from '../../exchange/catalogue.ts';
import type { Received } from '../../exchange/received.ts';
import type { Queryable } from '../store/bulk.ts';

/** The senders of a batch that are customs agencies: tenants here, or peers entered as such. */
export async function agenciesAmong(db: Queryable, received: readonly Received[]): Promise<Set<string>> {
  const { rows } = await db.query<{ did: string }>({
    name: 'agencies-among',
    text: `select did from tenants where kind = 'agency' and did = any($1)
           union select did from peers where kind = 'agency' and did = any($1)`,
    values: [[...new Set(received.map(({ envelope }) => envelope.from))]],
  });
  return new Set(rows.map(({ did }) => did));
}

/** The sender may not send this kind, or the body isn't what the kind says. */
export function kindRefused({ envelope }: Received): Refusal {
  const { kind, from } = envelope;
  return exchangeCatalogue.refuse('NODE_ENVELOPE_KIND', { path: '/kind', params: { kind, from } });
}
