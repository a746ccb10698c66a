import type { TariffChoices, TariffLineDetail, WhatIfCaseView } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { call, Refused } from '../../../api/client.ts';
import { getAsMember } from '../../../app/session.ts';
import { formatHts } from '../../../format/identifiers.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { PageActions } from '../page-actions.tsx';
import { TariffTabs } from '../tariff-tabs.tsx';
import { DutyForm } from './duty-form.tsx';
import { DutyWorksheet } from './duty-worksheet.tsx';
import { NotCurrent } from './not-current.tsx';
import { askedIn } from './question.ts';
import { SideBySide } from './side-by-side.tsx';

interface DutyData {
  choices: TariffChoices;
  line: TariffLineDetail | undefined;
  cases: WhatIfCaseView[];
}

/** The answer follows from the address alone, so that whoever opens it sees the same. */
export async function loader({ request }: LoaderFunctionArgs): Promise<DutyData> {
  const search = new URL(request.url).searchParams;
  const asked = askedIn(search);
  const choices = getAsMember<TariffChoices>(request, '/api/tariff/choices');
  const [line, answer] = await Promise.all([
    lineOf(request, search.get('hts')),
    asked
      ? call<{ cases: WhatIfCaseView[] }>('POST', '/api/tariff/what-if', asked).catch(refusal)
      : undefined,
    choices,
  ]);
  return { choices: await choices, line, cases: answer?.cases ?? [] };
}

/** A question that does not even have the shape of one is shown as a case that is refused. */
function refusal(error: unknown): { cases: WhatIfCaseView[] } {
  if (!(error instanceof Refused)) throw error;
  return { cases: [{ label: 'as given', date: '', refusals: [...error.refusals] }] };
}

/** The line in the newest edition, for its units and claims; the computation itself looks at the edition of the date. */
async function lineOf(request: Request, hts: string | null): Promise<TariffLineDetail | undefined> {
  const digits = (hts ?? '').replace(/[.\s]/g, '');
  if (!/^\d{8,10}$/.test(digits)) return undefined;
  try {
    return await getAsMember<TariffLineDetail>(request, `/api/tariff/lines/${digits}`);
  } catch (error) {
    if (error instanceof Refused && error.status >= 400 && error.status < 500) return undefined;
    throw error;
  }
}

/** What goods would cost on a date: duty layer by layer with reasons, fees apart, and other cases beside it. */
export function Component() {
  const { choices, line, cases } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [given, ...others] = cases;
  return (
    <Page
      wide
      title="Duty"
      lead="What goods would cost on a date, and why. Nothing is stored; the address holds the whole question."
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={<PageActions />}
    >
      <TariffTabs />
      {given?.refusals && <ErrorSummary title="Not computed" refusals={given.refusals.map(atField)} />}
      {given?.refusals && <NotCurrent refusals={given.refusals} />}
      <Section title="Question">
        <DutyForm key={search.toString()} search={search} choices={choices} line={line} />
      </Section>
      {given && <PrintedQuestion search={search} {...(line ? { line } : {})} />}
      {given?.result && <DutyWorksheet duty={given.result} />}
      {given && others.length > 0 && <SideBySide cases={cases} />}
    </Page>
  );
}

/** Pointers of the one line that the form asks for, as its fields are named. */
function atField<T extends { path: string }>(refusal: T): T {
  const path = refusal.path.replace(/^\/(question\/)?lines\/0/, '').replace(/^\/question/, '');
  return { ...refusal, path };
}

/** On paper the form is left out; what was asked stands in words instead. */
function PrintedQuestion({ search, line }: { search: URLSearchParams; line?: TariffLineDetail }) {
  return (
    <div className="print-only">
      <p>
        {line ? `${formatHts(line.hts)}: ${[...line.path, line.description].join(' › ')}` : search.get('hts')}
      </p>
      <p>{[...search].map(([name, value]) => `${name}: ${value}`).join(' · ')}</p>
    </div>
  );
}
