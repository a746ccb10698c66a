import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useNavigate } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FileProgress } from '../../ui/file-progress.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraftUpload } from './use-upload.ts';

/** Only a signed-in member of trade makes drafts; the list is read for its answer to that alone. */
export function loader({ request }: LoaderFunctionArgs): Promise<unknown> {
  return getAsMember(request, '/api/drafts?limit=1');
}

/** A moment of the chosen day that is on that day in every port of the samples. */
function storyInstant(day: string): string | undefined {
  return day === '' ? undefined : `${day}T19:00:00.000Z`;
}

/** Dropping a shipment's documents: each file's progress, each refusal with its mend, then the draft. */
export function Component() {
  const navigate = useNavigate();
  const announce = useAnnounce();
  const upload = useDraftUpload();
  const sample = useSession()?.tenant.sample ?? false;
  const [storyDay, setStoryDay] = useState('');
  const onFiles = async (files: File[]) => {
    if (files.length === 0) return;
    announce(`Sending ${counted(files.length, 'file')}`);
    const draft = await upload.send('/api/drafts', files, storyInstant(storyDay));
    if (!draft) return;
    announce(`${counted(draft.evidence.length, 'document')} read, ${draft.refusedFiles.length} not taken`);
    if (draft.refusedFiles.length === 0) await navigate(`/drafts/${draft.id}`);
  };
  return (
    <Page
      title="New filing"
      lead="Drop a shipment’s documents. The node reads them, checks every signature and prepares the entry."
      trail={[{ to: '/', label: 'Work' }]}
    >
      <ErrorSummary title="The documents were not taken" refusals={upload.refusals} />
      <Section title="Documents">
        {sample && (
          <TextField
            id="story-day"
            label="Story day"
            hint="On this sample node a shipment may be filed as if on another day. An example’s folder brings its own."
            type="date"
            value={storyDay}
            onChange={setStoryDay}
          />
        )}
        <Dropzone
          folders
          disabled={upload.busy}
          onFiles={onFiles}
          hint="Order, invoice, packing list, bill of lading, certification of origin, power of attorney: signed credentials, or UBL XML, JSON or CSV. Up to 10 MB each."
        />
      </Section>
      {upload.files.length > 0 && (
        <Section title="Files on their way">
          <FileProgress
            files={upload.files}
            progress={upload.progress}
            done={upload.draft !== undefined}
            refused={upload.refused}
          />
          {upload.draft && (
            <p>
              <Link className="usa-button" to={`/drafts/${upload.draft.id}`}>
                Go on with the {counted(upload.draft.evidence.length, 'document')} taken
              </Link>
            </p>
          )}
        </Section>
      )}
    </Page>
  );
}
