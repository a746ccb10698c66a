import type { Refusal } from '@portolan/kernel';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { call, Refused } from '../../../api/client.ts';
import { fragmentOf, questionIn } from './fragment.ts';

export interface Worksheet<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly refusals: readonly Refusal[];
  readonly busy: boolean;
  change(question: Question): void;
  /** Puts the question into the address, from which it is then answered. */
  compute(): void;
}

/** A worksheet whose question stands in its address: an address with a question is answered when it is opened. */
export function useWorksheet<Question extends object, Answer>(
  route: string,
  blank: Question,
): Worksheet<Question, Answer> {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [question, change] = useState<Question>(() => questionIn<Question>(hash) ?? blank);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ answer?: Answer; refusals: readonly Refusal[]; busy: boolean }>({
    refusals: [],
    busy: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question asked again is answered again
  useEffect(() => {
    const asked = questionIn<Question>(hash);
    if (!asked) return;
    let current = true;
    change(asked);
    setState({ refusals: [], busy: true });
    call<Answer>('POST', route, asked).then(
      (answer) => current && setState({ answer, refusals: [], busy: false }),
      (error: unknown) => {
        const refusals = error instanceof Refused ? error.refusals : [];
        if (current) setState({ refusals, busy: false });
      },
    );
    return () => {
      current = false;
    };
  }, [hash, route, turn]);
  const compute = () => {
    setTurn(turn + 1);
    navigate({ hash: fragmentOf(question) }, { preventScrollReset: true, replace: hash === '' });
  };
  return { question, answer: state.answer, refusals: state.refusals, busy: state.busy, change, compute };
}
