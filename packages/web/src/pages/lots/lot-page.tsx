import type { LotBecame, LotMovement, LotTrace, LotView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { AccountSection } from './account-section.tsx';
import { CompositionSection } from './composition-section.tsx';
import { EventList } from './event-list.tsx';
import { FamilySections } from './family-section.tsx';
import { HoldersSection } from './holders-section.tsx';
import { MovementsSection } from './movements-section.tsx';
import { RecallSection } from './recall-section.tsx';
import { RestsSection } from './rests-section.tsx';
import { SaveEpcis } from './save-epcis.tsx';
import { StocksSection } from './stocks-section.tsx';
import { amountWords, nameIn, shortLot } from './words.ts';

interface LotData {
  lot: LotView;
  trace: LotTrace;
  became: LotBecame;
  movements: { items: LotMovement[]; next?: string };
}

/** So far and wide a family is read for the pictures of the page. */
const WIDE = { generations: '12', lots: '400' };

export async function loader({ request }: LoaderFunctionArgs): Promise<LotData> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const path = `/api/lots/${encodeURIComponent(nameIn(request))}`;
  const span = { from: dayBegins(of('from')), until: dayBegins(of('until')) };
  const [lot, trace, became, movements] = await Promise.all([
    getAsMember<LotView>(request, `${path}${query(span)}`),
    getAsMember<LotTrace>(
      request,
      `${path}/trace${query({ ...WIDE, generations: of('generations') ?? WIDE.generations })}`,
    ),
    getAsMember<LotBecame>(request, `${path}/became`),
    getAsMember<LotData['movements']>(request, `${path}/movements${query({ cursor: of('cursor') })}`),
  ]);
  return { lot, trace, became, movements };
}

/** The account takes days in UTC. */
function dayBegins(day: string | undefined): string | undefined {
  return day ? `${day}T00:00:00Z` : undefined;
}

function Facts({ lot }: { lot: LotView }) {
  return (
    <Definitions
      items={[
        ['Name', <LongId key="lot" value={lot.lot} label="name of the lot" />],
        ['Commodity', lot.commodity],
        ['Kind', lot.pool ? 'Tank, pipe or silo, filled and drawn many times' : 'Lot, made once'],
        ['Since', <When key="made" at={lot.made} />],
        lot.base === undefined ? undefined : ['Base conditions', lot.base],
        ['Owner', lot.owner?.name ?? 'not known'],
        ['Custodian', lot.custodian?.name ?? 'not known'],
        ...Object.entries(lot.attributes).map(([name, value]) => [name, value] as const),
      ]}
    />
  );
}

/** All that the ledger says of one lot, with pictures of its family. */
export function Component() {
  const { lot, trace, became, movements } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title={`Lot ${shortLot(lot.lot)}`}
      lead={`${lot.commodity}: ${amountWords(lot.left, lot.unit, lot.base)} left of ${amountWords(lot.produced, lot.unit, lot.base)}.`}
      trail={[{ to: '/lots', label: 'Lots' }]}
      actions={
        <>
          <SaveEpcis lot={lot.lot} />
          <Button type="button" outline onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      <Section title="What it is" id="facts">
        <Facts lot={lot} />
      </Section>
      {lot.notCounted.length > 0 && (
        <Section title="What does not count" id="open">
          <EventList events={lot.notCounted} />
        </Section>
      )}
      <RestsSection lot={lot} />
      <AccountSection lot={lot} />
      <CompositionSection lot={lot} />
      <HoldersSection lot={lot} />
      <StocksSection lot={lot} />
      <FamilySections trace={trace} lot={lot} />
      <RecallSection became={became} />
      <MovementsSection lot={lot} movements={movements} />
    </Page>
  );
}
