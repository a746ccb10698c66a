import { Textarea, TextInput } from '@trussworks/react-uswds';

interface TextFieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  type?: 'text' | 'date' | 'email' | 'tel';
  long?: boolean;
  error?: string | undefined;
}

/** A labelled text field with its hint and, when refused, the reason beside it. */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, value, onChange, required = false, type = 'text', long = false, error } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    name: id,
    value,
    required,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="muted"> (optional)</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {long ? (
        <Textarea {...common} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <TextInput {...common} type={type as 'text'} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
