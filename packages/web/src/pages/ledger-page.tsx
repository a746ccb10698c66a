import type { LogSummary } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { get, query } from '../api/client.ts';
import { counted } from '../format/numbers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Definitions } from '../ui/definitions.tsx';
import { LongId } from '../ui/long-id.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Pager } from '../ui/pager.tsx';
import { When } from '../ui/when.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<LogSummary> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return get<LogSummary>(`/api/log${query({ cursor })}`, request.signal);
}

/** The public log of this node: its size, its signed checkpoint, its key. */
export function Component() {
  const log = useLoaderData<typeof loader>();
  return (
    <Page
      title="Ledger"
      lead="The transparency log of this node. Its leaves are commitments: it proves that something was recorded without saying what."
    >
      <Section title="Now">
        <Definitions
          items={[
            ['Log', <code key="origin">{log.origin}</code>],
            ['Size', counted(log.size, 'leaf', 'leaves')],
            ['Root', <LongId key="root" value={log.root} label="root hash" />],
            ['Key', <LongId key="key" value={log.key} label="verifier key" />],
          ]}
        />
        <h3>Signed checkpoint</h3>
        <pre className="note-text">{log.checkpoint}</pre>
        <p>
          <a href="/log/checkpoint">Checkpoint</a> · <a href="/log/key">Key</a> ·{' '}
          <a href="/verify">Verify a receipt</a>
        </p>
      </Section>
      <Section title="Recent checkpoints">
        <DataTable
          caption="Checkpoints, the newest first"
          captionHidden
          rows={log.checkpoints}
          rowKey={(checkpoint) => `${checkpoint.size}${checkpoint.at}`}
          empty={<p>The log is empty.</p>}
          columns={[
            { header: 'At', cell: (checkpoint) => <When at={checkpoint.at} /> },
            { header: 'Size', numeric: true, cell: (checkpoint) => checkpoint.size },
            {
              header: 'Root',
              cell: (checkpoint) => <LongId value={checkpoint.root} label={`root at ${checkpoint.size}`} />,
            },
          ]}
        />
        <Pager next={log.next} label="Pages of checkpoints" />
      </Section>
    </Page>
  );
}
