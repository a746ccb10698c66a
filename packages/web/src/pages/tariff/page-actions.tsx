import { Button } from '@trussworks/react-uswds';
import { type ReactNode, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';

/** What can be done with a page whose address holds the whole question: hand the address on, print it. */
export function PageActions({ children }: { children?: ReactNode }) {
  const announce = useAnnounce();
  const [label, setLabel] = useState('Copy the link');
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(window.location.href).then(
      () => true,
      () => false,
    );
    // A page without a secure address has no clipboard; its address bar holds the same.
    const said = done ? 'Link copied' : 'Copy it from the address bar';
    setLabel(said);
    announce(said);
  };
  return (
    <>
      {children}
      <Button type="button" outline onClick={copy}>
        {label}
      </Button>
      <Button type="button" outline onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}
