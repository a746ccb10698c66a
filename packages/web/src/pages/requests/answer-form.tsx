import type { RequestView } from '@portolan/contract';
import { Button, Radio, Textarea } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type UploadProgress, upload } from '../../api/upload.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FileProgress } from '../../ui/file-progress.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

type Disclosure = 'all' | 'agency';

function DisclosureChoice(props: { value: Disclosure | undefined; onChange: (value: Disclosure) => void }) {
  const { value, onChange } = props;
  return (
    <fieldset>
      <legend>Who may read the answer</legend>
      <Radio
        id="field-disclosure-agency"
        name="disclosure"
        label="The agency only"
        labelDescription="The other parties see that you answered, not what you said."
        required
        checked={value === 'agency'}
        onChange={() => onChange('agency')}
      />
      <Radio
        id="field-disclosure-all"
        name="disclosure"
        label="All parties to the request"
        labelDescription="Agency, importer, broker and the other parties asked."
        required
        checked={value === 'all'}
        onChange={() => onChange('all')}
      />
    </fieldset>
  );
}

function formOf(text: string, disclosure: Disclosure, files: readonly File[]): FormData {
  const form = new FormData();
  form.append('text', text);
  form.append('disclosure', disclosure);
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** Answering a request: words, documents, and who may read them. */
export function AnswerForm({ request }: { request: RequestView }) {
  const [text, setText] = useState('');
  const [disclosure, setDisclosure] = useState<Disclosure>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<UploadProgress>();
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!disclosure) return;
    const path = `/api/requests/${request.id}/answers`;
    const done = await action.run(() =>
      upload<RequestView>(path, formOf(text, disclosure, files), setProgress),
    );
    if (done) announce('The answer was signed and sent');
  };
  return (
    <Section title="Your answer">
      <ErrorSummary title="The answer was not taken" refusals={action.refusals} />
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor="field-text">Answer</label>
          <Textarea
            id="field-text"
            name="text"
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <DisclosureChoice value={disclosure} onChange={setDisclosure} />
        <Dropzone
          hint="Records that show it, if any. They go where the answer goes."
          disabled={action.busy}
          onFiles={(chosen) => setFiles((before) => [...before, ...chosen])}
        />
        {files.length > 0 && (
          <>
            <FileProgress files={files} progress={progress} done={false} refused={[]} />
            <Button type="button" unstyled onClick={() => setFiles([])}>
              Take all files out
            </Button>
          </>
        )}
        <p>
          <Button type="submit" disabled={action.busy}>
            {action.busy ? 'Sending…' : 'Sign and send the answer'}
          </Button>
        </p>
      </form>
    </Section>
  );
}
