import type { VerifierDelivery } from '@portolan/contract';
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
  request: string;
  verifier: string;
  responseUri: string;
  queries: { id: string; types: string[]; candidates: Candidate[] }[];
}

interface Answer {
  responseUri: string;
  form: Record<string, string>;
  delivery?: VerifierDelivery;
}

/** Reads a verifier's request, lets the member choose what to show, signs the answer and has the node post it. */
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
          label="Request of the verifier"
          hint="The address behind its code (openid4vp://…), or the signed text that its request_uri gives, beginning with eyJ"
          required
          long
          value={request}
          onChange={setRequest}
        />
        <Button type="submit" outline disabled={action.busy}>
          Read it
        </Button>
      </form>
      {read && <Choose key={read.request} read={read} onAnswer={setAnswer} />}
      {answer && <Signed answer={answer} />}
    </>
  );
}

function Choose({ read, onAnswer }: { read: Read; onAnswer: (answer: Answer) => void }) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const action = useAction();
  const sign = async (send: boolean) => {
    const credentials = Object.entries(chosen).map(([query, digest]) => ({ query, digest }));
    const made = await action.run(() =>
      call<Answer>('POST', '/api/openid4vp/answers', { request: read.request, credentials, send }),
    );
    if (made) onAnswer(made);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void sign(true);
  };
  const nothing = action.busy || Object.keys(chosen).length === 0;
  return (
    <form onSubmit={send}>
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
      <Button type="submit" disabled={nothing}>
        Sign and send the answer
      </Button>
      <Button type="button" outline disabled={nothing} onClick={() => void sign(false)}>
        Sign only
      </Button>
    </form>
  );
}

/** What was signed, what the verifier said of it, and the form for whoever posts it by hand. */
function Signed({ answer: { responseUri, form, delivery } }: { answer: Answer }) {
  const taken = delivery?.sent === true && delivery.refusals.length === 0;
  return (
    <section aria-label="The signed answer" aria-live="polite">
      <p>
        The answer is signed, for this verifier alone; it is on record under{' '}
        <Link to="/disclosures">Who saw what</Link>.
      </p>
      {delivery && <Said delivery={delivery} />}
      {!taken && <ByHand responseUri={responseUri} form={form} />}
    </section>
  );
}

function Said({ delivery: { sent, status, answer, redirectUri, refusals } }: { delivery: VerifierDelivery }) {
  const title = sent ? 'The verifier did not take it' : 'Not sent';
  return (
    <>
      <ErrorSummary title={title} refusals={refusals} />
      {refusals.length === 0 && <p>Sent. The verifier took it (HTTP {status}).</p>}
      {redirectUri && (
        <p>
          It wants you to go on at{' '}
          <a href={redirectUri} rel="noopener noreferrer" target="_blank">
            {redirectUri}
          </a>
          .
        </p>
      )}
      {answer && !/^[{}\s]*$/.test(answer) && (
        <details>
          <summary>What the verifier answered</summary>
          <pre>{answer}</pre>
        </details>
      )}
    </>
  );
}

function ByHand({ responseUri, form }: { responseUri: string; form: Record<string, string> }) {
  const text = new URLSearchParams(form).toString();
  const save = () => download('presentation.form.txt', 'application/x-www-form-urlencoded', text);
  return (
    <>
      <p>
        To send it yourself, post the form to {responseUri}, or let <code>portolan present</code> do all of
        this in one step.
      </p>
      <details>
        <summary>The form to copy</summary>
        <pre className="wrap">{text}</pre>
      </details>
      <Button type="button" onClick={save}>
        Save the form
      </Button>
    </>
  );
}
