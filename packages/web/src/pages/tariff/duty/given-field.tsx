import { fieldId } from '../../../format/identifiers.ts';

interface GivenFieldProps {
  /** Its name in the address. */
  name: string;
  /** Where the value stands in the question: what a refusal points at. */
  at: string;
  label: string;
  hint?: string;
  required?: boolean;
  type?: 'text' | 'date';
  search: URLSearchParams;
  fallback?: string;
}

/** A field whose value comes from the address and goes back into it. */
export function GivenField(props: GivenFieldProps) {
  const { name, at, label, hint, required = false, type = 'text', search, fallback = '' } = props;
  const id = fieldId(at);
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
      <input
        id={id}
        name={name}
        className="usa-input"
        type={type}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        defaultValue={search.get(name) ?? fallback}
      />
    </div>
  );
}

interface GivenSelectProps {
  name: string;
  at: string;
  label: string;
  search: URLSearchParams;
  options: readonly (readonly [string, string])[];
}

/** A choice whose value comes from the address and goes back into it. */
export function GivenSelect({ name, at, label, search, options }: GivenSelectProps) {
  const id = fieldId(at);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} className="usa-select" defaultValue={search.get(name) ?? options[0]?.[0]}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
