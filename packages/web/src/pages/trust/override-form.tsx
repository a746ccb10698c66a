import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { fieldId } from '../../format/identifiers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

const EMPTY = {
  subject: '',
  effect: 'bar' as 'bar' | 'set',
  level: '',
  role: '',
  until: '',
  reason: '',
  isPublic: false,
};

function bodyOf({ reason, effect, level, isPublic, ...given }: typeof EMPTY) {
  const filled = Object.entries({ ...given, level: effect === 'set' ? level : '' });
  const members = Object.fromEntries(filled.filter(([, value]) => value !== ''));
  return { act: 'override', members: { ...members, effect, ...(isPublic ? { isPublic } : {}) }, reason };
}

/** Bars a party, or sets its level, with the reason that everybody concerned will read. */
export function OverrideForm({ names }: { names: ReadonlyMap<string, string> }) {
  const [form, setForm] = useState(EMPTY);
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await action.run(() => call('POST', '/api/oversight/acts', bodyOf(form))))) return;
    setForm(EMPTY);
    announce('The override is in force');
  };
  const field = (member: 'subject' | 'level' | 'role' | 'until' | 'reason') => ({
    id: fieldId(`/${member}`),
    value: form[member],
    onChange: (value: string) => setForm({ ...form, [member]: value }),
  });
  return (
    <Section title="Override a standing">
      <ErrorSummary title="Not recorded" refusals={action.refusals} />
      <form onSubmit={submit}>
        <SelectField
          id="override-known"
          label="Party"
          value={names.has(form.subject) ? form.subject : ''}
          options={[['', 'Another, by its identifier'], ...names]}
          onChange={(subject) => setForm({ ...form, subject })}
        />
        <TextField label="Identifier" hint="Such as did:web:… or did:key:…" required {...field('subject')} />
        <div className="field-row">
          <SelectField
            id={fieldId('/effect')}
            label="What to do"
            value={form.effect}
            options={[
              ['bar', 'Bar it'],
              ['set', 'Set its level'],
            ]}
            onChange={(effect) => setForm({ ...form, effect })}
          />
          {form.effect === 'set' && (
            <TextField
              label="Level"
              hint="A level of the policy, such as known"
              required
              {...field('level')}
            />
          )}
          <TextField label="Role" hint="Such as importer; empty for all" {...field('role')} />
          <TextField label="Until" type="date" {...field('until')} />
        </div>
        <TextField label="Reason" required long {...field('reason')} />
        <Checkbox
          id="override-public"
          name="isPublic"
          label="Publish it with its reason in the public register"
          checked={form.isPublic}
          onChange={() => setForm({ ...form, isPublic: !form.isPublic })}
        />
        <Button type="submit" disabled={action.busy}>
          Record the override
        </Button>
      </form>
    </Section>
  );
}
