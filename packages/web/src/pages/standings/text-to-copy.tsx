import { Button, Textarea } from '@trussworks/react-uswds';
import { useId } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';

/** A long text that is handed over by other means: shown whole, and copied by one gesture. */
export function TextToCopy({ label, text }: { label: string; text: string }) {
  const id = useId();
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(`${label} copied`);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Textarea id={id} name={id} readOnly value={text} />
      <Button type="button" outline onClick={() => void copy()}>
        Copy
      </Button>
    </div>
  );
}
