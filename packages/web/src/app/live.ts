import type { NodeEvent } from '@portolan/contract';
import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { useAnnounce } from '../ui/announcer.tsx';

const SETTLE_MS = 150;

function wordsOf(data: string): string {
  try {
    const { kind, ref } = JSON.parse(data) as NodeEvent;
    return kind === 'reset' ? '' : `Updated: ${kind.replaceAll(/[-_.]/g, ' ')} ${ref}`;
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
