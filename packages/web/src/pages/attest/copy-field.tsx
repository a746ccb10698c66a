import { Checkbox } from '@trussworks/react-uswds';

/** An agency that may get a copy: publisher of a policy known here. */
export interface Copy {
  did: string;
  title: string;
}

interface CopyFieldProps {
  copies: readonly Copy[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Who gets a copy beside the organization itself. */
export function CopyField({ copies, chosen, onChange }: CopyFieldProps) {
  if (copies.length === 0) return null;
  return (
    <fieldset>
      <legend>Copies</legend>
      <p className="muted">The organization itself always gets the attestation.</p>
      {copies.map(({ did, title }) => (
        <Checkbox
          key={did}
          id={`copy-${did}`}
          name="copy"
          label={`To the agency that publishes “${title}”`}
          checked={chosen.includes(did)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, did] : chosen.filter((other) => other !== did))
          }
        />
      ))}
    </fieldset>
  );
}
