import type { AuthorityView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useSession } from '../../app/use-session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { emptyPower, type GivenPower, limitsOf, PowerFields } from './power-fields.tsx';

/** A power of one's own, or one that is held and may be passed on. */
function wanted(given: GivenPower, parent: string, own: { name: string; did: string; country: string }) {
  const { did, name, country, number, powers, from, until } = given;
  const limits = limitsOf(given);
  const shared = {
    ...{ number, powers, from },
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(until === '' ? {} : { until }),
  };
  if (parent !== '')
    return { path: '/api/authority/delegate', body: { parent, to: { did, name, country }, ...shared } };
  const party = (of: { name: string; did: string; country: string }) => ({
    ...{ name: of.name, did: of.did, address: { country: of.country } },
  });
  const document = { ...shared, grantor: party(own), grantee: party({ name, did, country }) };
  return { path: '/api/authority/grant', body: { type: 'PowerOfAttorney', document } };
}

/** Giving a power of attorney, or passing on one that the organization holds. */
export function GiveForm({ held }: { held: readonly AuthorityView[] }) {
  const session = useSession();
  const [given, setGiven] = useState(emptyPower);
  const [parent, setParent] = useState('');
  const [country, setCountry] = useState('US');
  const action = useAction();
  const announce = useAnnounce();
  const may = held.filter(({ state, powers }) => state === 'held' && powers.includes('sub-delegate'));
  const { name = '', did = '' } = session?.tenant ?? {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { path, body } = wanted(given, parent, { name, did, country });
    if (!(await action.run(() => call('POST', path, body)))) return;
    announce(`${given.name} was sent the power`);
    setGiven(emptyPower());
  };
  return (
    <Section title="Give a power, or pass one on" id="give">
      <ErrorSummary title="Not given" refusals={action.refusals} />
      <form className="no-print" onSubmit={submit}>
        <div className="field-row">
          <SelectField
            id="field-parent"
            label="Whose power"
            value={parent}
            options={[
              ['', 'Our own'],
              ...may.map(
                (one) => [one.digest as string, `Passed on from ${one.giverName ?? one.giver}`] as const,
              ),
            ]}
            onChange={setParent}
          />
          {parent === '' && (
            <TextField
              id="own-country"
              label="Our country"
              hint="Two letters"
              required
              value={country}
              onChange={setCountry}
            />
          )}
        </div>
        <PowerFields value={given} onChange={setGiven} />
        <Button type="submit" disabled={action.busy || given.powers.length === 0}>
          Sign and send
        </Button>
      </form>
    </Section>
  );
}
