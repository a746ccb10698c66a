import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../app/use-session.ts';
import { forgetOwnKey, makeOwnKey, type OwnKey, readOwnKey } from './own-key.ts';

export interface KeyState {
  /** Undefined while the browser is asked, or where it holds none. */
  readonly key: OwnKey | undefined;
  readonly isRead: boolean;
  make(name: string): Promise<void>;
  forget(): Promise<void>;
}

/** The own signing key of whoever is signed in, as this browser holds it. */
export function useOwnKey(): KeyState {
  const session = useSession();
  const owner = session ? `${session.tenant.did} ${session.member.id}` : '';
  const [key, setKey] = useState<OwnKey>();
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    let wanted = true;
    void readOwnKey(owner).then((kept) => {
      if (!wanted) return;
      setKey(kept);
      setRead(true);
    });
    return () => {
      wanted = false;
    };
  }, [owner]);
  const make = useCallback(async (name: string) => setKey(await makeOwnKey(owner, name)), [owner]);
  const forget = useCallback(async () => {
    await forgetOwnKey(owner);
    setKey(undefined);
  }, [owner]);
  return { key, isRead, make, forget };
}
