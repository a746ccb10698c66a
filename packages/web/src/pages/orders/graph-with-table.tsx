import type { GraphEdge, GraphNode } from '@portolan/contract';
import { Link } from 'react-router';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Day } from '../../ui/when.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import { paperEdges } from './graph-layout.ts';
import { stageWords, strengthWords } from './words.ts';

interface GraphProps {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

/** Stations of the entry itself, which has a page of its own. */
const filed = new Set(['entry', 'release', 'summary', 'amendment', 'correction', 'liquidation']);

/** Papers beyond so many make no picture that anybody reads; the tables have them all. */
const MOST_DRAWN = 60;

function nameOf(node: GraphNode | undefined): string {
  return node ? `${stageWords[node.stage] ?? node.stage} ${node.number}` : 'not at hand';
}

/** From order to liquidation as a picture, and the same as tables: each line of the picture has the number of its row. */
export function GraphWithTable({ nodes, edges }: GraphProps) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = paperEdges(edges).map((edge, index) => ({ ...edge, number: index + 1 }));
  const label = `Picture of ${counted(nodes.length, 'paper')} and ${counted(rows.length, 'line')}; the tables below say the same`;
  const shared = { nodes, edges, label };
  return (
    <>
      {nodes.length <= MOST_DRAWN && (
        <>
          <div className="picture picture--wide">
            <GraphDrawing {...shared} perRow={4} />
          </div>
          <div className="picture picture--narrow">
            <GraphDrawing {...shared} perRow={2} />
          </div>
          <p className="small muted">
            A line drawn through is stated by one of its papers or matched by item; a dashed one is inferred.
            Numbers are those of the second table.
          </p>
        </>
      )}
      <DataTable
        caption="Papers and filings, by station"
        rows={nodes}
        rowKey={({ id }) => id}
        empty={<p>No paper.</p>}
        columns={[
          { header: 'Station', cell: ({ stage }) => stageWords[stage] ?? stage },
          {
            header: 'Number',
            cell: ({ stage, number }) =>
              filed.has(stage) ? <Link to={`/entries/${number}`}>{number}</Link> : number,
          },
          { header: 'Of', cell: ({ author }) => author ?? 'not said' },
          { header: 'Date', cell: ({ date }) => (date ? <Day date={date} /> : 'not said') },
          { header: 'Lines', numeric: true, cell: ({ lines }) => lines },
          { header: 'Copies', numeric: true, cell: ({ others }) => others?.length ?? 0 },
        ]}
      />
      <DataTable
        caption="What belongs to what, and why"
        rows={rows}
        rowKey={({ number }) => `${number}`}
        empty={<p>No paper speaks of this order yet.</p>}
        columns={[
          { header: 'No.', cell: ({ number }) => number },
          { header: 'From', cell: ({ from }) => nameOf(byId.get(from.node)) },
          { header: 'To', cell: ({ to }) => nameOf(byId.get(to.node)) },
          { header: 'Why', cell: ({ by }) => by },
          { header: 'Strength', cell: ({ strength }) => strengthWords[strength] ?? strength },
        ]}
      />
    </>
  );
}
