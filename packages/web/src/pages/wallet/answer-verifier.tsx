import { Button, Radio } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { download } from '../../ui/download.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

interface Candidate {
  digest: string;
  title: string;
  type: string;
}

interface Read {
  verifier: string;
  responseUri: string;
  queries: { id: string; types: string[]; candidates: Candidate[] }[];
}

interface Answer {
  responseUri: string;
  form: Record<string, string>;
}

/** Reads a verifier's request object, lets the member choose what to show, and signs the answer. */
export function AnswerVerifier() {
  const [request, setRequest] = useState('');
  const [read, setRead] = useState<Read>();
  const [answer, setAnswer] = useState<Answer>();
  const action = useAction();
  const look = async (event: FormEvent) => {
    event.preventDefault();
    setAnswer(undefined);
    setRead(await action.run(() => call<Read>('POST', '/api/openid4vp/read', { request: request.trim() })));
  };
  return (
    <>
      <ErrorSummary title="Not done" refusals={action.refusals} />
      <form onSubmit={look}>
        <TextField
          id="request"
          label="Request object of the verifier"
          hint="The signed text that its request_uri gives, beginning with eyJ"
          required
          long
          value={request}
          onChange={setRequest}
        />
        <Button type="submit" outline disabled={action.busy}>
          Read it
        </Button>
      </form>
      {read && <Choose key={request} read={read} request={request.trim()} onAnswer={setAnswer} />}
      {answer && <Post answer={answer} />}
    </>
  );
}

function Choose(props: { read: Read; request: string; onAnswer: (answer: Answer) => void }) {
  const { read, request, onAnswer } = props;
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const action = useAction();
  const sign = async (event: FormEvent) => {
    event.preventDefault();
    const credentials = Object.entries(chosen).map(([query, digest]) => ({ query, digest }));
    const made = await action.run(() =>
      call<Answer>('POST', '/api/openid4vp/answers', { request, credentials }),
    );
    if (made) onAnswer(made);
  };
  return (
    <form onSubmit={sign}>
      <ErrorSummary title="Not signed" refusals={action.refusals} />
      <p>
        Asked by <LongId value={read.verifier} label="identifier of the verifier" />, answered to{' '}
        {read.responseUri}
      </p>
      {read.queries.map(({ id, types, candidates }) => (
        <fieldset key={id}>
          <legend>{types.join(', ') || id}</legend>
          {candidates.length === 0 && <p className="empty">You hold nothing of this type.</p>}
          {candidates.map(({ digest, title }) => (
            <Radio
              key={digest}
              id={`${id}-${digest}`}
              name={id}
              label={title}
              checked={chosen[id] === digest}
              onChange={() => setChosen({ ...chosen, [id]: digest })}
            />
          ))}
        </fieldset>
      ))}
      <Button type="submit" disabled={action.busy || Object.keys(chosen).length === 0}>
        Sign the answer
      </Button>
    </form>
  );
}

/** The portal sends nothing to an address that stands in a message; the command line does, when it is told to. */
function Post({ answer }: { answer: Answer }) {
  const save = () =>
    download(
      'presentation.form.txt',
      'application/x-www-form-urlencoded',
      new URLSearchParams(answer.form).toString(),
    );
  return (
    <section aria-label="The signed answer">
      <p>
        The answer is signed, for this verifier alone; it is on record under{' '}
        <Link to="/disclosures">Who saw what</Link>. The portal sends nothing to an address that stands in a
        message: post the saved form to {answer.responseUri}, or let <code>portolan present</code> do all of
        this in one step.
      </p>
      <Button type="button" onClick={save}>
        Save the form
      </Button>
    </section>
  );
}
