import { disclosableMembers } from '@portolan/parties';
import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { fieldId } from '../../format/identifiers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { memberWords } from './member-words.ts';
import { TextToCopy } from './text-to-copy.tsx';

/** The holder's side: the token, what the verifier asked, and the choice of what to show. */
export function ShowForm() {
  const [form, setForm] = useState({ token: '', challenge: '', domain: '' });
  const [show, setShow] = useState<readonly string[]>([]);
  const [shown, setShown] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await action.run(() =>
      call<{ token: string }>('POST', '/api/standings/show', { ...form, show }),
    );
    setShown(done?.token ?? '');
    if (done) announce('Ready to be handed over');
  };
  const field = (member: keyof typeof form) => ({
    id: fieldId(`/${member}`),
    value: form[member],
    onChange: (text: string) => setForm({ ...form, [member]: text.trim() }),
  });
  return (
    <Section title="Show our standing" id="show">
      <ErrorSummary title="Not shown" refusals={action.refusals} />
      <form onSubmit={submit}>
        <Dropzone
          hint="The standing that an agency signed for you so that you may hide parts of it (vc+sd-jwt)."
          onFiles={async ([file]) => {
            if (file) setForm({ ...form, token: (await file.text()).trim() });
          }}
        />
        <TextField
          label="Signed standing"
          hint="From the file above, or pasted"
          required
          long
          {...field('token')}
        />
        <div className="field-row">
          <TextField label="Challenge of whoever asks" required {...field('challenge')} />
          <TextField
            label="For whom"
            hint="The address that stands beside the challenge"
            required
            {...field('domain')}
          />
        </div>
        <fieldset>
          <legend>What to show beside name, level and day</legend>
          {disclosableMembers.map((member) => (
            <Checkbox
              key={member}
              id={`show-${member}`}
              name="show"
              label={memberWords(member)}
              checked={show.includes(member)}
              onChange={() =>
                setShow(show.includes(member) ? show.filter((one) => one !== member) : [...show, member])
              }
            />
          ))}
        </fieldset>
        <Button type="submit" disabled={action.busy}>
          Make what is handed over
        </Button>
      </form>
      {shown && <TextToCopy label="What is handed over" text={shown} />}
    </Section>
  );
}
