import type { RememberedMapping, TablePreviewView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { MappingForm } from './mapping-form.tsx';

interface Remembered {
  items: RememberedMapping[];
}

export function loader({ request }: LoaderFunctionArgs): Promise<Remembered> {
  return getAsMember<Remembered>(request, '/api/column-mappings');
}

function previewOf(file: File): Promise<TablePreviewView> {
  const form = new FormData();
  form.append('files', file, file.name);
  return upload<TablePreviewView>('/api/column-mappings/preview', form, () => undefined);
}

function Known({
  items,
  busy,
  onForget,
}: Remembered & { busy: boolean; onForget: (fingerprint: string) => void }) {
  return (
    <DataTable
      caption="Column mappings that your organization remembers"
      captionHidden
      rows={items}
      rowKey={({ fingerprint }) => fingerprint}
      empty={<p>Nothing is remembered yet. Drop a spreadsheet above.</p>}
      columns={[
        { header: 'Name', cell: ({ name }) => name },
        { header: 'Document', cell: ({ mapping }) => mapping.document },
        { header: 'Headings', cell: ({ mapping }) => Object.keys(mapping.columns).join(', ') },
        {
          header: 'Forget',
          cell: ({ fingerprint, name }) => (
            <Button type="button" outline disabled={busy} onClick={() => onForget(fingerprint)}>
              Forget {name}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** What the columns of partners' spreadsheets mean: said once, remembered for every later file with these headings. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  const action = useAction();
  const [preview, setPreview] = useState<{ name: string; view: TablePreviewView }>();
  const [saved, setSaved] = useState(false);
  const open = async (file: File | undefined) => {
    setSaved(false);
    setPreview(undefined);
    const view = file && (await action.run(() => previewOf(file)));
    if (file && view) setPreview({ name: file.name, view });
  };
  const save = async (mapping: RememberedMapping) => {
    const kept = await action.run(() => call<RememberedMapping>('POST', '/api/column-mappings', mapping));
    if (kept) {
      setSaved(true);
      setPreview(undefined);
    }
  };
  return (
    <Page
      wide
      title="Columns of spreadsheets"
      trail={[{ to: '/orders', label: 'Orders' }]}
      lead={
        <p>
          Say once what the columns of a partner’s CSV or XLSX mean. Files with the same headings are then
          read by it, wherever they are dropped.
        </p>
      }
    >
      <ErrorSummary title="This was refused" refusals={action.refusals} />
      {saved && <Notice tone="good">Remembered. Drop the file into your filing again.</Notice>}
      <Section title="A spreadsheet">
        <Dropzone
          hint="One CSV or XLSX file of the partner; nothing of it is stored."
          disabled={action.busy}
          onFiles={([file]) => void open(file)}
        />
      </Section>
      {preview && (
        <Section title={`Headings of ${preview.name}`}>
          <MappingForm
            key={preview.view.fingerprint}
            preview={preview.view}
            busy={action.busy}
            onSave={(mapping) => void save(mapping)}
          />
        </Section>
      )}
      <Section title="Remembered">
        <Known
          items={items}
          busy={action.busy}
          onForget={(fingerprint) =>
            void action.run(() => call('DELETE', `/api/column-mappings/${encodeURIComponent(fingerprint)}`))
          }
        />
      </Section>
    </Page>
  );
}
