import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => {});

/** Says a result to people who listen to the page; what it says must also stand on the page. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}

/** Holds the one polite live region of the portal. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', turn: 0 });
  const announce = useCallback(
    (message: string) => setSaid((before) => ({ message, turn: before.turn + 1 })),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="usa-sr-only" aria-live="polite" aria-atomic="true">
        <span key={said.turn}>{said.message}</span>
      </div>
    </AnnounceContext>
  );
}
