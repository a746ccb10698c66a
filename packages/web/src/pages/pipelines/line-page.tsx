import type { PipelineLineDetail, PipelineMonthSummary } from '@portolan/contract';
import type { PipelineProfile } from '@portolan/documents';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { countryWords } from '../../format/codes.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { MapPicture } from '../../pictures/map/map-picture.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { apiOf, monthPath } from './address.ts';
import { barrels, monthWords, roleWords } from './words.ts';

interface Line {
  detail: PipelineLineDetail;
  months: { items: PipelineMonthSummary[]; next?: string; total: number };
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Line> {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [detail, months] = await Promise.all([
    getAsMember<PipelineLineDetail>(request, apiOf(params.line)),
    getAsMember<Line['months']>(request, `${apiOf(params.line)}/months${query({ cursor })}`),
  ]);
  return { detail, months };
}

const kinds: Readonly<Record<PipelineProfile['points'][number]['kind'], string>> = {
  receipt: 'Receipt',
  delivery: 'Delivery',
  border: 'Border meter',
  tank: 'Tank',
  blend: 'Blending',
  interconnect: 'Interconnection',
};

function Points({ points }: Pick<PipelineProfile, 'points'>) {
  return (
    <DataTable
      caption="Points of the line, in the order of flow"
      rows={points.map((point, index) => ({ ...point, number: index + 1 }))}
      rowKey={({ id }) => id}
      empty={<p>No point.</p>}
      columns={[
        { header: 'No.', cell: ({ number }) => number },
        { header: 'Point', cell: ({ name }) => name },
        { header: 'What it is', cell: ({ kind }) => kinds[kind] },
        {
          header: 'Place',
          cell: ({ country, place }) => [place, countryWords(country)].filter(Boolean).join(', '),
        },
        { header: 'Port of entry', cell: ({ port }) => port ?? '' },
        {
          header: 'Capacity',
          numeric: true,
          cell: ({ capacity }) => (capacity ? `${groupDigits(capacity.value)} ${capacity.unit}` : ''),
        },
      ]}
    />
  );
}

function LineMap({ points }: Pick<PipelineProfile, 'points'>) {
  const stops = points.map(({ country, id, latitude, longitude, name }) => ({
    ...{ id, name, country },
    ...(latitude === undefined ? {} : { latitude: Number(latitude) }),
    ...(longitude === undefined ? {} : { longitude: Number(longitude) }),
  }));
  const legs = points.slice(1).map((point, index) => ({
    from: points[index]?.id ?? '',
    to: point.id,
    words: `from ${points[index]?.name ?? ''} to ${point.name}`,
  }));
  return <MapPicture label="Map of the line" stops={stops} legs={legs} table={<Points points={points} />} />;
}

/** One line: what its operator says of it, where it runs, and its months. */
export function Component() {
  const { detail, months } = useLoaderData<typeof loader>();
  const { line, name, operator, profile, role } = detail;
  const said = profile?.document;
  return (
    <Page wide title={name} lead={line} trail={[{ to: '/pipelines', label: 'Pipelines' }]}>
      <Section title="The line">
        <Definitions
          items={[
            ['Operator', operator?.name ?? 'not known'],
            ['You are', roleWords[role]],
            said && ['Carries', said.commodities.join(', ')],
            said && ['Day of the meter', `begins at ${said.dayBegins}, ${said.zone}`],
            said?.lossAllowance !== undefined
              ? ['Loss allowance', `${said.lossAllowance} percent`]
              : undefined,
          ]}
        />
        {said ? (
          <LineMap points={said.points} />
        ) : (
          <p>
            Its profile is not at hand: without it nobody knows the meter, its zone and when its day begins.
            Ask the operator to send it.
          </p>
        )}
      </Section>
      <Section title="Months">
        <DataTable
          caption="Months of which papers are at hand"
          captionHidden
          rows={months.items}
          rowKey={({ month }) => month}
          empty={<p>No paper of any month is at hand.</p>}
          columns={[
            {
              header: 'Month',
              cell: ({ month }) => <Link to={monthPath(line, month)}>{monthWords(month)}</Link>,
            },
            {
              header: 'Crossed',
              numeric: true,
              cell: ({ counted: one }) => (one ? barrels(one.volume) : 'not known'),
            },
            {
              header: 'Days without a ticket',
              numeric: true,
              cell: ({ counted: one }) => one?.days.missing ?? '',
            },
            {
              header: 'Entries',
              cell: ({ counted: one }) =>
                one ? (one.process === 'monthly' ? 'one for the month' : 'each day') : '',
            },
            {
              header: 'Found',
              cell: ({ counted: one }) =>
                one
                  ? counted(one.findings.refused + one.findings.serious + one.findings.notice, 'finding')
                  : '',
            },
          ]}
        />
        <Pager next={months.next} label="Pages of months" />
      </Section>
    </Page>
  );
}
