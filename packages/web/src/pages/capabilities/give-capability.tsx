import type { CapabilityView } from '@portolan/contract';
import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { wordsOf } from './words.ts';

type Action = CapabilityView['actions'][number];

const ACTIONS: readonly (readonly [Action, string, string])[] = [
  ['file', 'File', 'Drafts that your organization has prepared'],
  ['issue', 'Sign', 'Documents in the name of your organization'],
  ['read', 'Read', 'Documents that your organization signed'],
];

const NOTHING = { controller: '', until: '', reason: '', types: '', entryTypes: '', ports: '', programs: '' };
const LIMITS = ['types', 'entryTypes', 'ports', 'programs'] as const;
const LIMIT_LABELS: Record<(typeof LIMITS)[number], readonly [string, string]> = {
  types: ['Only these types of document', 'For signing and reading, for example PurchaseOrder'],
  entryTypes: ['Only these entry types', 'For filing, for example 01'],
  ports: ['Only these ports', 'For filing, for example 2604'],
  programs: ['Only these programs', 'For filing, for example usmca-cafta'],
};

/** Passes a right on: to whom, for what, within which limits, until when and why. */
export function GiveCapability() {
  const [form, setForm] = useState(NOTHING);
  const [actions, setActions] = useState<readonly Action[]>([]);
  const action = useAction();
  const announce = useAnnounce();
  const set = (name: keyof typeof NOTHING) => (value: string) => setForm({ ...form, [name]: value });
  const toggle = (name: Action) =>
    setActions(actions.includes(name) ? actions.filter((one) => one !== name) : [...actions, name]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const caveat = Object.fromEntries(
      LIMITS.flatMap((name) => (wordsOf(form[name]).length > 0 ? [[name, wordsOf(form[name])]] : [])),
    );
    const body = {
      ...{ controller: form.controller.trim(), actions, reason: form.reason, caveat },
      expires: `${form.until}T23:59:59.000Z`,
    };
    const given = await action.run(() => call<CapabilityView>('POST', '/api/capabilities', body));
    if (!given) return;
    setForm(NOTHING);
    setActions([]);
    announce('The right is passed on');
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not passed on" refusals={action.refusals} />
      <TextField
        id="controller"
        label="To whom"
        hint="The identifier of the holder, for example did:key:z6Mk…"
        required
        value={form.controller}
        onChange={set('controller')}
      />
      <fieldset>
        <legend>What may be done</legend>
        {ACTIONS.map(([name, label, hint]) => (
          <Checkbox
            key={name}
            id={`action-${name}`}
            name="actions"
            label={label}
            labelDescription={hint}
            checked={actions.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </fieldset>
      {LIMITS.map((name) => (
        <TextField
          key={name}
          id={name}
          label={LIMIT_LABELS[name][0]}
          hint={LIMIT_LABELS[name][1]}
          value={form[name]}
          onChange={set(name)}
        />
      ))}
      <TextField
        id="until"
        label="Until the end of"
        hint="A day, in UTC"
        type="date"
        required
        value={form.until}
        onChange={set('until')}
      />
      <TextField id="reason" label="Why" required value={form.reason} onChange={set('reason')} />
      <Button type="submit" disabled={action.busy || actions.length === 0}>
        Sign and pass on
      </Button>
    </form>
  );
}
