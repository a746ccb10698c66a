import { Button } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';

/** What can be done with a page whose address holds the whole question: hand the address on, print it. */
export function PageActions({ children }: { children?: ReactNode }) {
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    announce('The address of this page is copied.');
  };
  return (
    <>
      {children}
      <Button type="button" outline onClick={copy}>
        Copy the link
      </Button>
      <Button type="button" outline onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}
