import type { PipelineLineDetail, PipelineMonth } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { counted } from '../../format/numbers.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { asked, SearchForm } from '../../ui/search-form.tsx';
import { apiOf, linePath, monthPath } from './address.ts';
import { FindingsTable } from './findings-table.tsx';
import { loadNames, namesOf } from './names.ts';
import { monthWords, severityWords } from './words.ts';

interface Loaded {
  findings: { items: PipelineMonth['findings']; next?: string; total: number };
  line: PipelineLineDetail;
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const path = `${apiOf(params.line, params.month)}/findings${query(asked(request, 'severity'))}`;
  const [findings, line] = await Promise.all([
    getAsMember<Loaded['findings']>(request, path),
    loadNames(request, params.line),
  ]);
  return { findings, line };
}

const severities = Object.entries(severityWords).map(([name, [, words]]) => [name, words] as const);

/** What was found in a month, by words and weight, page by page. */
export function Component() {
  const { findings, line: detail } = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  const { name, zone } = namesOf(detail);
  return (
    <Page
      wide
      title={`Found, ${monthWords(month)}`}
      lead={`${counted(findings.total, 'finding')} on ${name}, the gravest first.`}
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: linePath(line), label: name },
        { to: monthPath(line, month), label: monthWords(month) },
      ]}
    >
      <SearchForm
        hint="A batch, a ticket, an owner or a code"
        choice={{ name: 'severity', label: 'Weight', options: severities }}
      />
      <Section title="Findings">
        <FindingsTable findings={findings.items} zone={zone} empty="Nothing of this kind was found." />
        <Pager next={findings.next} label="Pages of findings" />
      </Section>
    </Page>
  );
}
