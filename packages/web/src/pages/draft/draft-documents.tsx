import type { Draft, EvidenceView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useRevalidator } from 'react-router';
import { call } from '../../api/client.ts';
import { EvidenceList } from '../../dossier/evidence-list.tsx';
import { counted } from '../../format/numbers.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FileProgress } from '../../ui/file-progress.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useDraftUpload } from './use-upload.ts';

/** The documents of a draft, with adding and taking out. */
export function DraftDocuments({ draft }: { draft: Draft }) {
  const removal = useAction();
  const upload = useDraftUpload();
  const { revalidate } = useRevalidator();
  const remove = (item: EvidenceView) =>
    removal.run(() => call('DELETE', `/api/drafts/${draft.id}/documents/${item.digest}`));
  const add = async (files: File[]) => {
    if (files.length === 0) return;
    await upload.send(`/api/drafts/${draft.id}/documents`, files);
    await revalidate();
  };
  return (
    <Section
      title="Evidence"
      aside={<span className="muted">{counted(draft.evidence.length, 'document')}</span>}
    >
      <ErrorSummary title="Not changed" refusals={[...removal.refusals, ...upload.refusals]} />
      <EvidenceList
        evidence={draft.evidence}
        actions={(item) => (
          <Button type="button" unstyled disabled={removal.busy} onClick={() => remove(item)}>
            Take out<span className="usa-sr-only"> {item.title}</span>
          </Button>
        )}
      />
      <details>
        <summary>Add documents</summary>
        <Dropzone hint="Signed credentials, UBL XML, JSON or CSV." disabled={upload.busy} onFiles={add} />
        {upload.files.length > 0 && (
          <FileProgress
            files={upload.files}
            progress={upload.progress}
            done={upload.draft !== undefined}
            refused={upload.refused}
          />
        )}
      </details>
    </Section>
  );
}
