import type { TariffChoices, ValueQuestion, ValueWorksheet } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import type { FormEvent } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../../app/session.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { PageActions } from '../page-actions.tsx';
import { TariffTabs } from '../tariff-tabs.tsx';
import { QuestionFile } from '../worksheet/question-file.tsx';
import { useWorksheet } from '../worksheet/use-worksheet.ts';
import { ValueForm } from './value-form.tsx';
import { ValueResult } from './value-result.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<TariffChoices> {
  return getAsMember<TariffChoices>(request, '/api/tariff/choices');
}

const blank: ValueQuestion = {
  currency: 'USD',
  exportDate: '',
  lines: [{ number: '1', price: '' }],
};

/** Customs value of a sale, from the price paid or payable to whole dollars, with every addition and deduction. */
export function Component() {
  const choices = useLoaderData<typeof loader>();
  const sheet = useWorksheet<ValueQuestion, ValueWorksheet>('/api/tariff/value', blank);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sheet.compute();
  };
  return (
    <Page
      wide
      title="Value"
      lead="Transaction value of a sale, step by step. Nothing is stored; the link holds the whole question."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={<PageActions />}
    >
      <TariffTabs />
      <ErrorSummary title="Not computed" refusals={sheet.refusals} />
      <Section
        title="Question"
        aside={<QuestionFile name="value.json" question={sheet.question} onOpen={sheet.change} />}
      >
        <form onSubmit={submit} className="no-print">
          <ValueForm question={sheet.question} choices={choices} onChange={sheet.change} />
          <Button type="submit" disabled={sheet.busy}>
            Compute
          </Button>
        </form>
      </Section>
      {sheet.answer && <ValueResult worksheet={sheet.answer} />}
    </Page>
  );
}
