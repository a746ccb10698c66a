import type { Partner } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';

const ROLES = [
  ['manufacturer', 'Manufacturer'],
  ['seller', 'Seller'],
  ['consignee', 'Consignee'],
  ['carrier', 'Carrier'],
] as const;
const RELATED = [
  ['', 'not known: ask'],
  ['no', 'not related'],
  ['yes', 'related'],
] as const;

const EMPTY = { name: '', code: '', street: '', city: '', country: '' };

/** Enters a trading partner by hand; of a manufacturer the code is made from the address where none is given. */
export function PartnerForm({ path }: { path: string }) {
  const [role, setRole] = useState<Partner['role']>('manufacturer');
  const [related, setRelated] = useState<'' | 'no' | 'yes'>('');
  const [fields, setFields] = useState(EMPTY);
  const action = useAction();
  const announce = useAnnounce();
  const set = (name: keyof typeof EMPTY) => (value: string) => setFields({ ...fields, [name]: value });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, code, street, city, country } = fields;
    const address = Object.fromEntries(
      Object.entries({ street, city, country: country.toUpperCase() }).filter(
        ([, value]) => value.trim() !== '',
      ),
    );
    const body = {
      ...{ role, name: name.trim() },
      ...(code.trim() === '' ? {} : { code: code.trim() }),
      ...(Object.keys(address).length === 0 ? {} : { address }),
      ...(role === 'seller' && related !== '' ? { related: related === 'yes' } : {}),
    };
    const saved = await action.run(() => call<Partner>('POST', path, body));
    if (!saved) return;
    setFields(EMPTY);
    announce(`${saved.name} saved${saved.code ? ` with code ${saved.code}` : ''}`);
  };
  return (
    <form onSubmit={submit}>
      <ErrorSummary title="Not saved" refusals={action.refusals} />
      <SelectField id="field-role" label="Role" value={role} options={ROLES} onChange={setRole} />
      <TextField
        id="field-partner"
        label="Name of the partner"
        value={fields.name}
        onChange={set('name')}
        required
      />
      <TextField
        id="field-code"
        label={role === 'carrier' ? 'Carrier code (SCAC)' : 'Manufacturer code (MID)'}
        hint="Left empty, a manufacturer's code is made of name, street and city."
        value={fields.code}
        onChange={set('code')}
      />
      <TextField id="field-street" label="Street" value={fields.street} onChange={set('street')} />
      <TextField id="field-city" label="City" value={fields.city} onChange={set('city')} />
      <TextField
        id="field-country"
        label="Country"
        hint="Two letters. Example: MX."
        value={fields.country}
        onChange={set('country')}
      />
      {role === 'seller' && (
        <SelectField
          id="field-related"
          label="Related to the client (19 CFR 152.102(g))"
          value={related}
          options={RELATED}
          onChange={setRelated}
        />
      )}
      <Button type="submit" disabled={action.busy}>
        {action.busy ? 'Saving…' : 'Save the partner'}
      </Button>
    </form>
  );
}
