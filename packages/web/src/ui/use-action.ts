import type { Refusal } from '@portolan/kernel';
import { useCallback, useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { Refused } from '../api/client.ts';

export interface Action {
  busy: boolean;
  refusals: readonly Refusal[];
  clear: () => void;
  /**
   * Does the work, then leaves for another page or reads this one again; keeps the reasons when the node
   * refuses.
   */
  run: <T>(work: () => Promise<T>, leaveFor?: (value: T) => string) => Promise<T | undefined>;
}

/** One action of a page: whether it is under way, what was refused, and the reading again after it. */
export function useAction(): Action {
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const clear = useCallback(() => setRefusals([]), []);
  const run = useCallback(
    async <T>(work: () => Promise<T>, leaveFor?: (value: T) => string): Promise<T | undefined> => {
      setBusy(true);
      setRefusals([]);
      try {
        const value = await work();
        if (leaveFor) await navigate(leaveFor(value));
        else await revalidate();
        return value;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        setRefusals(error.refusals);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [revalidate, navigate],
  );
  return { busy, refusals, clear, run };
}
