import type { DossierView, RequestTemplateView, RequestView } from '@portolan/contract';
import { Button, Checkbox, Radio, Textarea } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { placeWords } from '../../dossier/findings.tsx';
import { counted } from '../../format/numbers.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

interface AskData {
  dossier: DossierView;
  templates: RequestTemplateView[];
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<AskData> {
  const [dossier, templates] = await Promise.all([
    getAsMember<DossierView>(request, `/api/entries/${params.number}`),
    getAsMember<{ items: RequestTemplateView[] }>(request, '/api/request-templates'),
  ]);
  return { dossier, templates: templates.items };
}

/** The fields a request may be about: the whole entry, a line, or the field the officer came from. */
function placesOf(dossier: DossierView, chosen: string): { pointer: string; words: string }[] {
  const lines = dossier.entry.lines.map((line, index) => ({
    pointer: `/lines/${index}`,
    words: `Line ${line.number}: ${line.description}`,
  }));
  const known = chosen === '' || lines.some((line) => line.pointer === chosen);
  const field = known ? [] : [{ pointer: chosen, words: placeWords(chosen) }];
  return [...field, { pointer: '', words: 'The whole entry' }, ...lines];
}

function Templates(props: {
  templates: readonly RequestTemplateView[];
  value: string | undefined;
  onChange: (template: RequestTemplateView) => void;
}) {
  return (
    <fieldset>
      <legend>Subject</legend>
      {props.templates.map((template) => (
        <Radio
          key={template.id}
          id={`template-${template.id}`}
          name="template"
          label={template.title}
          labelDescription={`${template.explanation} ${counted(template.days, 'day')} to answer. ${template.cite}`}
          required
          checked={props.value === template.id}
          onChange={() => props.onChange(template)}
        />
      ))}
    </fieldset>
  );
}

function Questions(props: {
  template: RequestTemplateView;
  struck: readonly string[];
  onToggle: (id: string) => void;
}) {
  return (
    <fieldset>
      <legend>Questions</legend>
      {props.template.questions.map((question) => (
        <Checkbox
          key={question.id}
          id={`question-${question.id}`}
          name="questions"
          label={question.text}
          checked={!props.struck.includes(question.id)}
          onChange={() => props.onToggle(question.id)}
        />
      ))}
    </fieldset>
  );
}

/** Opening a request for information (Form 28) on a line or field, from a template. */
export function Component() {
  const { dossier, templates } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [template, setTemplate] = useState<RequestTemplateView>();
  const [struck, setStruck] = useState<readonly string[]>([]);
  const [field, setField] = useState(search.get('field') ?? '');
  const [note, setNote] = useState('');
  const action = useAction();
  const toggle = (id: string) =>
    setStruck((before) => (before.includes(id) ? before.filter((kept) => kept !== id) : [...before, id]));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!template) return;
    const kept = template.questions.filter((question) => !struck.includes(question.id));
    const body = {
      template: template.id,
      field,
      questions: kept.map((question) => question.text),
      ...(note === '' ? {} : { note }),
    };
    const path = `/api/entries/${dossier.entryNumber}/requests`;
    await action.run(
      () => call<RequestView>('POST', path, body),
      ({ id }) => `/requests/${id}`,
    );
  };
  return (
    <Page
      title="Ask for information"
      lead="It goes at once to importer, broker and whoever holds the evidence."
      trail={[{ to: `/entries/${dossier.entryNumber}`, label: `Entry ${dossier.entryNumber}` }]}
    >
      <ErrorSummary title="Not asked" refusals={action.refusals} />
      <Section title="Request">
        <form onSubmit={submit}>
          <div className="field">
            <label htmlFor="field-field">About</label>
            <select
              id="field-field"
              className="usa-select"
              value={field}
              onChange={(event) => setField(event.target.value)}
            >
              {placesOf(dossier, search.get('field') ?? '').map(({ pointer, words }) => (
                <option key={pointer} value={pointer}>
                  {words}
                </option>
              ))}
            </select>
          </div>
          <Templates
            templates={templates}
            value={template?.id}
            onChange={(chosen) => {
              setTemplate(chosen);
              setStruck([]);
            }}
          />
          {template && <Questions template={template} struck={struck} onToggle={toggle} />}
          <div className="field">
            <label htmlFor="field-note">Note (optional)</label>
            <Textarea
              id="field-note"
              name="note"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <Button type="submit" disabled={action.busy}>
            Sign and send the request
          </Button>
        </form>
      </Section>
    </Page>
  );
}
