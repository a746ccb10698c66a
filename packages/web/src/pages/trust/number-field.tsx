import { TextInput } from '@trussworks/react-uswds';

interface NumberFieldProps {
  id: string;
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** A labelled whole number, from nought. */
export function NumberField({ id, label, value, onChange }: NumberFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        name={id}
        type="text"
        inputMode="numeric"
        value={`${value}`}
        onChange={(event) => onChange(Number(event.target.value.replaceAll(/\D/g, '').slice(0, 6)))}
      />
    </div>
  );
}
