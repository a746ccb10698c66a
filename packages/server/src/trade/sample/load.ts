import type { Story } from '@portolan/programs';
import { sampleCommunity } from '@portolan/programs';
import { allTenants } from '../../exchange/tenants.ts';
import { loadSampleParties } from '../../parties/sample.ts';
import type { Member, Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { readCase } from '../store/cases.ts';
import { hasExamples } from './examples.ts';
import { accreditSigners, adoptExamples } from './standing.ts';
import { playStory, type Seat, type Seats, storyCase } from './story.ts';
import { sampleTargeting } from './targeting.ts';

/** Roles that act for an organization in stories, the first that it has. */
const acting: readonly Member['role'][] = ['officer', 'filer', 'signer', 'lead'];

/**
 * Loads the sample community beyond its seats: accreditations, status lists, targeting rules, and the stories of every
 * program, played through the services of production at the stories' own dates. What is there already is left alone.
 */
export async function loadSampleCommunity(
  context: TradeContext,
  progress: (step: string) => void = () => undefined,
): Promise<void> {
  const seats = await sampleSeats(context);
  const tenants = new Map([...seats].map(([slug, { tenant }]) => [slug, tenant]));
  await accreditSigners(context, tenants);
  await sampleTargeting(context, tenants);
  await loadSampleParties(context, tenants);
  if (!hasExamples()) return progress('no examples beside this installation: no stories');
  progress('publishing the status lists of the sample signers');
  await adoptExamples(context, tenants);
  const stories = [...context.programs.values()].flatMap(({ stories }) => stories);
  for (const [index, story] of stories.entries()) {
    progress(`story ${index + 1} of ${stories.length}: ${story.title}`);
    await playOnce(context, seats, story);
  }
}

/** Plays a story that hasn't been played; one that an interrupted start has begun is left as it stands. */
async function playOnce(context: TradeContext, seats: Seats, story: Story): Promise<void> {
  const filer = story.steps.find((step) => step.do === 'draft')?.by ?? 'broker';
  const begun = await readCase(context.pool, seats.get(filer)?.tenant.id ?? '', storyCase(story.id));
  if (!begun) await playStory(context, seats, story);
}

async function sampleSeats({ pool }: TradeContext): Promise<Map<string, Seat>> {
  const tenants = (await allTenants(pool)).filter(({ sample }) => sample);
  const { rows } = await pool.query<Member & { tenant_id: string }>(
    'select tenant_id, id, name, role from members where tenant_id = any($1)',
    [tenants.map(({ id }) => id)],
  );
  return new Map(sampleCommunity.flatMap(({ slug }) => seatOf(slug, tenants, rows)));
}

function seatOf(
  slug: string,
  tenants: readonly Tenant[],
  members: readonly (Member & { tenant_id: string })[],
): [string, Seat][] {
  const tenant = tenants.find((one) => one.slug === slug);
  const own = members.filter(({ tenant_id }) => tenant_id === tenant?.id);
  const member = acting.map((role) => own.find((one) => one.role === role)).find((one) => one !== undefined);
  return tenant && member ? [[slug, { tenant, member }]] : [];
}
