import type { TariffLineView, TariffOutline } from '@portolan/contract';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { query, Refused } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { lineAddress } from './line-address.ts';
import { OutlineTable } from './outline-table.tsx';
import { TariffLines } from './tariff-lines.tsx';
import { TariffSearch } from './tariff-search.tsx';
import { TariffTabs } from './tariff-tabs.tsx';

interface Found {
  items: TariffLineView[];
  edition: string;
  notCurrent?: string;
}

interface TariffData {
  found: Found | undefined;
  outline: TariffOutline | undefined;
}

/** Digits of a heading or subheading: its rows are shown as printed; a whole chapter is too long for that. */
const PREFIX = /^\d{4}(\d{2}){0,2}$/;

export async function loader({ request }: LoaderFunctionArgs): Promise<TariffData> {
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const [q, hts] = [of('q'), of('hts')];
  // The address that lines had before they had a page of their own.
  if (hts) throw redirect(lineAddress(hts, searchParams));
  const at = { date: of('date'), edition: of('edition') };
  const digits = (q ?? '').replace(/[.\s]/g, '');
  const [found, outline] = await Promise.all([
    q ? getAsMember<Found>(request, `/api/tariff/lines${query({ q, ...at })}`) : undefined,
    PREFIX.test(digits) ? outlineOf(request, digits, at) : undefined,
  ]);
  return { found, outline };
}

async function outlineOf(request: Request, digits: string, at: Record<string, string | undefined>) {
  try {
    return await getAsMember<TariffOutline>(request, `/api/tariff/outline/${digits}${query(at)}`);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

/** The tariff: search by words or code; digits of a heading show its rows as printed. */
export function Component() {
  const { found, outline } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Tariff"
      lead="The Harmonized Tariff Schedule in every edition at hand, as it was in force on a date."
    >
      <TariffTabs />
      <Section title="Search">
        <TariffSearch />
        {found?.notCurrent && <Notice tone="wait">{found.notCurrent}</Notice>}
        {outline ? <OutlineTable outline={outline} /> : found && <TariffLines found={found} />}
        {!found && (
          <Notice tone="info">Search by words, such as mangoes, or by the first digits, such as 0804.</Notice>
        )}
      </Section>
    </Page>
  );
}
