import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { useAnnounce } from '../ui/announcer.tsx';

const SETTLE_MS = 150;

/** What the node says about one record that changed. */
interface LiveEvent {
  kind: string;
  ref?: string;
}

function wordsOf(data: string): string {
  try {
    const event = JSON.parse(data) as LiveEvent;
    return `Updated: ${event.kind.replaceAll(/[-_.]/g, ' ')}${event.ref ? `, ${event.ref}` : ''}`;
  } catch {
    return 'Updated';
  }
}

/** Reads the page again when the node says that something changed, gathering a burst into one reading. */
export function useLiveUpdates(signedIn: boolean): void {
  const { revalidate } = useRevalidator();
  const announce = useAnnounce();
  useEffect(() => {
    if (!signedIn || typeof EventSource === 'undefined') return;
    const source = new EventSource('/api/events');
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.onmessage = (event: MessageEvent<string>) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void revalidate();
        announce(wordsOf(event.data));
      }, SETTLE_MS);
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [signedIn, revalidate, announce]);
}
