import type { PipelineFlow } from '@portolan/contract';
import { counted } from '../../format/numbers.ts';
import { FlowPicture } from '../../pictures/flow/flow-picture.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import type { LineNames } from './names.ts';
import { barrels, lotName } from './words.ts';

/** What a drawing has no room for. */
const CORPORATE = /,? (Inc|LLC|Ltd|Corp|S\.A\. de C\.V)\.?$/;

/** `batch 2026-05-1`, `Border meter, Neche`, and whoever takes delivery by its name. */
function called({ id, kind, name }: PipelineFlow['nodes'][number], point: LineNames['point']): string {
  if (kind === 'batch' || kind === 'stock') return `${kind} ${lotName(name)}`;
  if (kind === 'border') return point(id);
  if (kind === 'delivery') return lotName(name).replace(CORPORATE, '');
  return lotName(name);
}

/** From facility to delivery: what flowed into which batch, across the border and out. */
export function FlowSection({
  flow: { leftOff, links, nodes },
  point,
}: { flow: PipelineFlow } & Pick<LineNames, 'point'>) {
  const names = new Map(nodes.map((node) => [node.id, called(node, point)]));
  const table = (
    <DataTable
      caption="How much went where; barrels at 60 °F"
      rows={links}
      rowKey={({ from, to }) => `${from} ${to}`}
      empty={<p>Nothing flowed.</p>}
      columns={[
        { header: 'From', cell: ({ from }) => names.get(from) ?? from },
        { header: 'Into', cell: ({ to }) => names.get(to) ?? to },
        { header: 'How much', numeric: true, cell: ({ volume }) => barrels(volume) },
      ]}
    />
  );
  return (
    <Section title="Flow of the batches" id="flow">
      {links.length === 0 ? (
        <p>No ticket at hand says what flowed into or out of a batch.</p>
      ) : (
        <FlowPicture
          label="Picture of the flow"
          nodes={nodes.map(({ id, kind }) => ({
            ...{ id, name: names.get(id) ?? id },
            ...(kind === 'border' ? { tone: 'focus' as const } : {}),
            ...(kind === 'loss' ? { tone: 'lost' as const } : {}),
          }))}
          links={links.map(({ from, to, volume }) => ({
            ...{ from, to, words: barrels(volume) },
            // For the thickness of a band alone.
            size: Number(volume),
          }))}
          table={table}
        />
      )}
      {leftOff > 0 && <p className="small muted">{counted(leftOff, 'smaller flow')} left off.</p>}
    </Section>
  );
}
