import { useEffect, useRef } from 'react';
import { useLocation, useNavigation } from 'react-router';

/** Moves the focus to the new page's title after each change of address, as a full page load would. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (state !== 'idle' || shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname, state]);
}
