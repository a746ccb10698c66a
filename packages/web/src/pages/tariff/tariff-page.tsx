import type { TariffLineView } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { DutyCalculator } from './duty-calculator.tsx';
import { TariffLines } from './tariff-lines.tsx';
import { TariffSearch } from './tariff-search.tsx';

interface TariffData {
  found: { items: TariffLineView[]; edition: string } | undefined;
  line: TariffLineView | undefined;
}

export async function loader({ request }: LoaderFunctionArgs): Promise<TariffData> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const [q, hts, date] = [of('q'), of('hts'), of('date')];
  const [found, line] = await Promise.all([
    q ? getAsMember<TariffData['found']>(request, `/api/tariff/lines${query({ q, date })}`) : undefined,
    hts
      ? getAsMember<TariffLineView>(request, `/api/tariff/lines/${encodeURIComponent(hts)}${query({ date })}`)
      : undefined,
  ]);
  return { found, line };
}

/** The tariff: search by words or code, one line as in force on a date, and its duty with every step. */
export function Component() {
  const { found, line } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      wide
      title="Tariff"
      lead="The Harmonized Tariff Schedule of the edition at hand, as it was in force on a date."
    >
      <Section title="Search">
        <TariffSearch />
        {found && <TariffLines found={found} />}
        {!found && !line && (
          <Notice tone="info">Search by words, such as mangoes, or by the first digits.</Notice>
        )}
      </Section>
      {line && (
        <DutyCalculator key={`${line.hts}${search.get('date')}`} line={line} date={search.get('date')} />
      )}
    </Page>
  );
}
