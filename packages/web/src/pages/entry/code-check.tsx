import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { formatHts } from '../../format/identifiers.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';

interface Checked {
  readonly verdict: 'agrees' | 'differs' | 'open';
  readonly confidence: string;
  readonly words: string;
  readonly facts?: { readonly hts: string; readonly description: string };
}
interface Answer {
  readonly lines: readonly { readonly number: number; readonly comparison: Checked }[];
}

const TONES = { agrees: 'good', differs: 'bad', open: 'info' } as const;

/** What the papers say of the goods beside the code that was declared, when it is asked for. */
export function CodeCheck({ entryNumber, line }: { entryNumber: string; line: number }) {
  const action = useAction();
  const [checked, setChecked] = useState<Checked>();
  const check = () =>
    action.run(async () => {
      const { lines } = await get<Answer>(`/api/entries/${entryNumber}/classification`);
      setChecked(lines.find(({ number }) => number === line)?.comparison);
    });
  return (
    <Section title="Facts beside the code">
      <ErrorSummary title="Not compared" refusals={action.refusals} />
      {checked ? (
        <Notice tone={TONES[checked.verdict]}>
          {checked.words}
          {checked.facts &&
            checked.verdict !== 'agrees' &&
            ` Nearest by the facts: ${formatHts(checked.facts.hts)}, ${checked.facts.description} (${Math.round(Number(checked.confidence) * 100)}%).`}
        </Notice>
      ) : (
        <Button type="button" outline className="no-print" disabled={action.busy} onClick={check}>
          Compare the facts with the code
        </Button>
      )}
    </Section>
  );
}
