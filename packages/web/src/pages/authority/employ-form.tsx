import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { fieldId } from '../../format/identifiers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PowerChoice } from './power-fields.tsx';

const today = () => new Date().toISOString().slice(0, 10);
const EMPTY = { name: '', did: '', position: '', country: 'US' };

/** The page has another form with fields of the same names. */
const PLACE = '/employ';

function placed(refusal: Refusal): Refusal {
  return refusal.path === '' ? refusal : { ...refusal, path: `${PLACE}${refusal.path}` };
}

/** Attesting that a person works for the organization, and what it may sign. */
export function EmployForm({ own }: { own: { name: string; did: string } | undefined }) {
  const tenant = useSession()?.tenant;
  const [form, setForm] = useState({ ...EMPTY, from: today(), until: '' });
  const [as, setAs] = useState<'employee' | 'officer'>('employee');
  const [powers, setPowers] = useState<readonly string[]>(['file-entry', 'claim-preference']);
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, did, position, country, from, until } = form;
    const document = {
      ...{ person: { name, did }, from },
      ...(as === 'officer' ? { office: position, signsAlone: true } : { position, powers }),
      organization: { name: tenant?.name, did: tenant?.did, address: { country } },
      checks: [{ what: 'authority', how: 'own-records', on: from }],
      ...(until === '' ? {} : { until }),
    };
    const type = as === 'officer' ? 'OfficerAffirmation' : 'EmploymentAffirmation';
    const body = { type, document };
    if (!(await action.run(() => call('POST', '/api/authority/grant', body)))) return;
    announce(`${name} may sign for your organization`);
    setForm({ ...EMPTY, from: today(), until: '' });
  };
  const field = (member: keyof typeof form, path = `/${member}`) => ({
    id: fieldId(`${PLACE}${path}`),
    value: form[member],
    onChange: (text: string) => setForm({ ...form, [member]: text }),
  });
  return (
    <Section title="Let a person sign" id="employ">
      <ErrorSummary title="Not attested" refusals={action.refusals.map(placed)} />
      <form className="no-print" onSubmit={submit}>
        {own && (
          <Button
            type="button"
            outline
            className="button-small"
            onClick={() => setForm({ ...form, name: own.name, did: own.did })}
          >
            Take the key of this browser
          </Button>
        )}
        <div className="field-row">
          <TextField label="Name of the person" required {...field('name', '/person/name')} />
          <TextField
            label="Identifier of the person’s key"
            hint="did:key:…, as shown where the person made it"
            required
            {...field('did', '/person/did')}
          />
          <TextField label="Position or office" required {...field('position')} />
          <TextField label="Country of your organization" hint="Two letters" required {...field('country')} />
        </div>
        <SelectField
          id="employ-as"
          label="As"
          value={as}
          options={[
            ['employee', 'Employee, with the powers below'],
            ['officer', 'Officer who binds the organization alone'],
          ]}
          onChange={setAs}
        />
        {as === 'employee' && <PowerChoice path={`${PLACE}/powers`} value={powers} onChange={setPowers} />}
        <div className="field-row">
          <TextField label="First day" type="date" required {...field('from')} />
          <TextField label="Last day" type="date" {...field('until')} />
        </div>
        <Button type="submit" disabled={action.busy}>
          Attest it
        </Button>
      </form>
    </Section>
  );
}
