import type { Classification } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import type { FormEvent } from 'react';
import { useSession } from '../../../app/use-session.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { PageActions } from '../page-actions.tsx';
import { TariffTabs } from '../tariff-tabs.tsx';
import { QuestionFile } from '../worksheet/question-file.tsx';
import { useWorksheet } from '../worksheet/use-worksheet.ts';
import { Candidates } from './candidates.tsx';
import { FactsForm } from './facts-form.tsx';
import { KeepProduct } from './keep-product.tsx';
import type { ClassifyQuestion } from './question.ts';

interface Answer {
  readonly key: string;
  readonly known: boolean;
  readonly classification: Classification;
}

const blank: ClassifyQuestion = { facts: {} };

/** The tariff line of a product from its facts, with reasons, and the one fact that would decide. */
export function Component() {
  const sheet = useWorksheet<ClassifyQuestion, Answer>('/api/tariff/classify', blank);
  const trades = useSession()?.face === 'filer';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sheet.compute();
  };
  const { answer } = sheet;
  return (
    <Page
      wide
      title="Classify"
      lead="Say what the product is. The answer names the lines that fit, why, how sure that is, and the one fact that would decide. It is a proposal, not a ruling."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={<PageActions />}
    >
      <TariffTabs />
      <ErrorSummary title="Not classified" refusals={sheet.refusals} />
      <Section
        title="Product"
        aside={<QuestionFile name="product.json" question={sheet.question} onOpen={sheet.change} />}
      >
        <form onSubmit={submit} className="no-print">
          <FactsForm question={sheet.question} onChange={sheet.change} />
          <Button type="submit" disabled={sheet.busy}>
            Classify
          </Button>
        </form>
      </Section>
      {answer && (
        <Section title={`Lines in edition ${answer.classification.edition}`}>
          {trades && <KeepProduct question={sheet.question} answer={answer.classification} />}
          <Candidates answer={answer.classification} />
        </Section>
      )}
    </Page>
  );
}
