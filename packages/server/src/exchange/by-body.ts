import { exchangeCatalogue } from './catalogue.ts';
import type { EnvelopeKind } from './envelope.ts';
import type { EnvelopeHandler, Prepared, Received } from './received.ts';

interface Tagged {
  readonly name: string;
  readonly work: unknown;
}

/** One handler of a kind whose bodies say by a member which of several handlers they are for. */
export function byBody(
  kind: EnvelopeKind,
  member: string,
  handlers: Readonly<Record<string, EnvelopeHandler>>,
): EnvelopeHandler<Tagged> {
  const nameOf = ({ envelope }: Received) => String(envelope.body[member] ?? '');
  return {
    kind,
    async prepare(received) {
      const prepared = new Map<Received, Prepared<Tagged>>();
      for (const [name, group] of Map.groupBy(received, nameOf)) {
        const results = await handlers[name]?.prepare(group);
        for (const [index, one] of group.entries()) prepared.set(one, tagged(name, results?.[index], one));
      }
      return received.map((one) => prepared.get(one) as Prepared<Tagged>);
    },
    async commit(tx, works) {
      for (const [name, group] of Map.groupBy(works, (work) => work.name))
        await handlers[name]?.commit(
          tx,
          group.map(({ work }) => work),
        );
    },
    after(works) {
      for (const [name, group] of Map.groupBy(works, (work) => work.name))
        handlers[name]?.after?.(group.map(({ work }) => work));
    },
  };
}

function tagged(
  name: string,
  prepared: Prepared<unknown> | undefined,
  { envelope }: Received,
): Prepared<Tagged> {
  if (prepared?.refusals) return prepared;
  if (prepared) return { work: { name, work: prepared.work } };
  const params = { kind: envelope.kind, from: envelope.from };
  return { refusals: [exchangeCatalogue.refuse('NODE_ENVELOPE_KIND', { path: '/body', params })] };
}
