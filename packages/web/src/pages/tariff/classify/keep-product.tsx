import type { Classification, ProductView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../api/client.ts';
import { formatHts } from '../../../format/identifiers.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { GiveCode, type GivenCode } from './give-code.tsx';
import type { ClassifyQuestion } from './question.ts';

interface Decided {
  readonly product: ProductView;
  readonly drafts: { readonly looked: number; readonly repriced: readonly unknown[] };
}

interface KeepProductProps {
  readonly question: ClassifyQuestion;
  readonly answer: Classification;
}

/** Keeps the product in the library: with its first candidate, for good or provisionally, with another line, or by a ruling. */
export function KeepProduct({ question, answer }: KeepProductProps) {
  const action = useAction();
  const [done, setDone] = useState<Decided>();
  const [best] = answer.candidates;
  if (!best) return null;
  const keep = (code: GivenCode) =>
    action.run(async () => {
      const { key } = await call<ProductView>('POST', '/api/products', { facts: question.facts });
      setDone(await call<Decided>('POST', `/api/products/${encodeURIComponent(key)}/codes`, code));
    });
  return (
    <div className="no-print">
      <ErrorSummary title="Not kept" refusals={action.refusals} />
      {done && (
        <Notice tone="good">
          {formatHts(done.product.hts ?? '')} is kept{done.product.provisional ? ' provisionally' : ''} for{' '}
          <Link to="/tariff/products">{done.product.key}</Link>. {done.drafts.looked} open drafts were derived
          again, {done.drafts.repriced.length} of them cost something else now.
        </Notice>
      )}
      <Button
        type="button"
        disabled={action.busy}
        onClick={() => keep({ kind: 'decision', hts: best.hts, provisional: false })}
      >
        Decide for {formatHts(best.hts)}
      </Button>
      <Button
        type="button"
        outline
        disabled={action.busy}
        onClick={() => keep({ kind: 'decision', hts: best.hts, provisional: true })}
      >
        Use it provisionally
      </Button>
      <GiveCode key={best.hts} answer={answer} busy={action.busy} onGive={keep} />
    </div>
  );
}
