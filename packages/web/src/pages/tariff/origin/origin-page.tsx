import type { OriginQuestion, OriginWorksheet, TariffChoices } from '@portolan/contract';
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
import { formOf, questionOf } from './form.ts';
import { OriginFields } from './origin-fields.tsx';
import { OriginResult } from './origin-result.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<TariffChoices> {
  return getAsMember<TariffChoices>(request, '/api/tariff/choices');
}

const blank: OriginQuestion = {
  preference: {
    agreement: 'USMCA',
    date: '',
    good: { hs: '', description: '', madeIn: '' },
    materials: [],
  },
};

/** Origin in its four kinds, each asked and answered apart. */
export function Component() {
  const choices = useLoaderData<typeof loader>();
  const sheet = useWorksheet<OriginQuestion, OriginWorksheet>('/api/tariff/origin', blank);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sheet.compute();
  };
  return (
    <Page
      wide
      title="Origin"
      lead="Four questions that look alike and are not: preference, marking, substantial transformation, melt and smelt."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={<PageActions />}
    >
      <TariffTabs />
      <ErrorSummary title="Not answered" refusals={sheet.refusals.map(atField)} />
      <Section
        title="Question"
        aside={<QuestionFile name="origin.json" question={sheet.question} onOpen={sheet.change} />}
      >
        <form onSubmit={submit} className="no-print">
          <OriginFields
            form={formOf(sheet.question)}
            choices={choices}
            onChange={(form) => sheet.change(questionOf(form, sheet.question))}
          />
          <Button type="submit" disabled={sheet.busy}>
            Work it out
          </Button>
        </form>
      </Section>
      {sheet.answer && <OriginResult worksheet={sheet.answer} />}
    </Page>
  );
}

/** The form has one field for what several kinds ask: a refusal below any of them points at it. */
function atField<T extends { path: string }>(refusal: T): T {
  return { ...refusal, path: refusal.path.replace(/^\/(preference|marking|transformation|melt)/, '') };
}
