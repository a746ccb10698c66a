import type { LineHistory, TariffLineDetail, TariffOutline } from '@portolan/contract';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { formatDate } from '../../format/dates.ts';
import { formatHts } from '../../format/identifiers.ts';
import { unitName } from '../../format/numbers.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { EditionSlider } from './edition-slider.tsx';
import { lineAddress } from './line-address.ts';
import { LineFlags } from './line-flags.tsx';
import { OutlineTable } from './outline-table.tsx';
import { PageActions } from './page-actions.tsx';
import { TariffTabs } from './tariff-tabs.tsx';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const hts = (params.hts ?? '').replaceAll('.', '');
  const at = query({
    date: searchParams.get('date') ?? undefined,
    edition: searchParams.get('edition') ?? undefined,
  });
  const number = encodeURIComponent(hts);
  const [line, history, outline] = await Promise.all([
    getAsMember<TariffLineDetail>(request, `/api/tariff/lines/${number}${at}`),
    getAsMember<LineHistory>(request, `/api/tariff/lines/${number}/history`),
    getAsMember<TariffOutline>(
      request,
      `/api/tariff/outline/${encodeURIComponent(hts.length > 6 ? hts.slice(0, 6) : hts)}${at}`,
    ),
  ]);
  return { line, history, outline };
}

/** The numbers and words above the line, from its heading down; each number opens its own page. */
function LinePath({ line }: { line: TariffLineDetail }) {
  const [search] = useSearchParams();
  return (
    <ol className="tariff-path">
      {line.above.map(({ hts, description }) => (
        <li key={hts}>
          <Link to={lineAddress(hts, search)}>{formatHts(hts)}</Link> {description}
        </li>
      ))}
      <li aria-current="page">
        <strong>{formatHts(line.hts)}</strong>{' '}
        {[...line.path.slice(line.above.length), line.description].join(' › ')}
      </li>
    </ol>
  );
}

/** One line of the tariff: path, rates, units, flags, notes, the editions it went through, the rows around it. */
export function Component() {
  const { line, history, outline } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const date = search.get('date') ?? (line.date <= line.horizon ? line.date : line.horizon);
  const price = `/tariff/duty?${new URLSearchParams({ hts: line.hts, date })}`;
  return (
    <Page
      wide
      title={`HTS ${formatHts(line.hts)}`}
      lead={`Edition ${line.edition}, in force from ${formatDate(line.effective)}`}
      trail={[{ to: '/tariff', label: 'Tariff' }]}
      actions={
        <PageActions>
          {line.complete && (
            <Link to={price} className="usa-button">
              Price it
            </Link>
          )}
        </PageActions>
      }
    >
      <TariffTabs />
      {line.notCurrent && <Notice tone="wait">{line.notCurrent}</Notice>}
      <Section title="Goods and rates">
        <LinePath line={line} />
        <Definitions
          items={[
            ['General', line.general || 'none on this row'],
            ['Special', line.special.replaceAll(',', ', ') || 'none'],
            ['Column 2', line.column2 || 'none on this row'],
            [
              'Report in',
              line.units.map((unit) => `${unitName(unit)} (${unit})`).join(', ') || 'no quantity',
            ],
            line.season ? ['Season', `entered ${line.season}`] : undefined,
          ]}
        />
        {!line.complete && (
          <p className="muted">
            Goods are entered under one of the complete numbers below, not under this one.
          </p>
        )}
      </Section>
      <LineFlags line={line} />
      <Section title="Through the editions">
        <EditionSlider key={line.edition} history={history} current={line.edition} />
      </Section>
      <Section title="Around it">
        <OutlineTable outline={outline} current={line.hts} />
      </Section>
    </Page>
  );
}
