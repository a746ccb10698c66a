import { Checkbox } from '@trussworks/react-uswds';
import { fieldId } from '../../format/identifiers.ts';
import { TextField } from '../../ui/text-field.tsx';
import { powerNames, wordsOfPower } from './words.ts';

/** What is given, as it is typed. */
export interface GivenPower {
  did: string;
  name: string;
  country: string;
  number: string;
  powers: readonly string[];
  ports: string;
  most: string;
  from: string;
  until: string;
}

export function emptyPower(): GivenPower {
  const from = new Date().toISOString().slice(0, 10);
  return {
    did: '',
    name: '',
    country: 'US',
    number: '',
    powers: ['file-entry'],
    ports: '',
    most: '',
    from,
    until: '',
  };
}

/** Limits as the credential carries them; nothing for what was left empty. */
export function limitsOf({ ports, most }: Pick<GivenPower, 'ports' | 'most'>): Record<string, unknown> {
  const listed = ports.split(/[\s,;]+/).filter(Boolean);
  return {
    ...(listed.length > 0 ? { ports: listed } : {}),
    ...(most === '' ? {} : { maximumEntryValue: { amount: most, currency: 'USD' } }),
  };
}

interface PowerFieldsProps {
  value: GivenPower;
  onChange: (value: GivenPower) => void;
}

interface PowerChoiceProps {
  /** Place of the choice, for the links of an error summary. */
  path?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** The choice of powers; one at least. */
export function PowerChoice({ path = '/powers', value, onChange }: PowerChoiceProps) {
  const toggled = (power: string) =>
    value.includes(power) ? value.filter((one) => one !== power) : [...value, power];
  return (
    <fieldset id={fieldId(path)}>
      <legend>What may be done</legend>
      {powerNames.map((power) => (
        <Checkbox
          key={power}
          id={`${fieldId(path)}-${power}`}
          name="powers"
          label={wordsOfPower(power)}
          checked={value.includes(power)}
          onChange={() => onChange(toggled(power))}
        />
      ))}
    </fieldset>
  );
}

/** To whom a power is given, which, how far and how long. */
export function PowerFields({ value, onChange }: PowerFieldsProps) {
  const field = (member: Exclude<keyof GivenPower, 'powers'>, path = `/${member}`) => ({
    id: fieldId(path),
    value: value[member],
    onChange: (text: string) => onChange({ ...value, [member]: text }),
  });
  return (
    <>
      <TextField
        label="Identifier of who gets it"
        hint="Such as did:web:… or did:key:…"
        required
        {...field('did')}
      />
      <div className="field-row">
        <TextField label="Its name" required {...field('name')} />
        <TextField label="Its country" hint="Two letters" required {...field('country')} />
        <TextField label="Number" hint="Your own, such as POA-2026-7" required {...field('number')} />
      </div>
      <PowerChoice value={value.powers} onChange={(powers) => onChange({ ...value, powers })} />
      <div className="field-row">
        <TextField
          label="Ports"
          hint="Codes such as 2604; empty for all"
          {...field('ports', '/limits/ports')}
        />
        <TextField
          label="Highest value of an entry"
          hint="US dollars; empty for any"
          {...field('most', '/limits/maximumEntryValue')}
        />
        <TextField label="From" type="date" required {...field('from')} />
        <TextField label="Until" type="date" {...field('until')} />
      </div>
    </>
  );
}
