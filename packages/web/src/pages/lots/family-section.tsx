import type { LotTrace, LotView } from '@portolan/contract';
import { useMemo } from 'react';
import { counted } from '../../format/numbers.ts';
import { FlowPicture } from '../../pictures/flow/flow-picture.tsx';
import { MapPicture } from '../../pictures/map/map-picture.tsx';
import { TimePicture } from '../../pictures/time/time-picture.tsx';
import { TreePicture } from '../../pictures/tree/tree-picture.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { familyOf, flowOf, journeyOf, lanesOf } from './picture-data.ts';
import { FamilyTable, FlowTable, JourneyTable, TimeTable } from './picture-tables.tsx';
import { shortLot } from './words.ts';

function Family({ trace }: { trace: LotTrace }) {
  const { nodes, links } = useMemo(() => familyOf(trace), [trace]);
  const label = `Family of ${shortLot(trace.lot)}: ${counted(trace.lots.length, 'lot')}`;
  return <TreePicture label={label} nodes={nodes} links={links} table={<FamilyTable trace={trace} />} />;
}

function Flow({ trace }: { trace: LotTrace }) {
  const { nodes, links } = useMemo(() => flowOf(trace), [trace]);
  if (links.length === 0) return <p>Nothing went into it from another lot, and nothing out of it.</p>;
  const label = `Flow through ${shortLot(trace.lot)}: ${counted(links.length, 'band')}`;
  return <FlowPicture label={label} nodes={nodes} links={links} table={<FlowTable trace={trace} />} />;
}

function Journey({ trace }: { trace: LotTrace }) {
  const { stops, legs } = useMemo(() => journeyOf(trace), [trace]);
  if (stops.length === 0) return <p>No step of this family names its place.</p>;
  const label = `Journey of ${shortLot(trace.lot)}: ${counted(stops.length, 'place')}`;
  return <MapPicture label={label} stops={stops} legs={legs} table={<JourneyTable stops={stops} />} />;
}

function Times({ trace, lot }: { trace: LotTrace; lot: LotView }) {
  const lanes = useMemo(() => lanesOf(trace, lot), [trace, lot]);
  const label = `Time line of ${shortLot(trace.lot)} and its family`;
  return <TimePicture label={label} lanes={lanes} table={<TimeTable trace={trace} lot={lot} />} />;
}

/** Where a lot came from and what it became: four pictures, each with its table. */
export function FamilySections({ trace, lot }: { trace: LotTrace; lot: LotView }) {
  return (
    <>
      <Section title="Family" id="family">
        {trace.cut.map((refusal) => (
          <Notice key={refusal.message} tone="wait">
            {refusal.message} {refusal.mend}
          </Notice>
        ))}
        <Family trace={trace} />
      </Section>
      <Section title="Flow" id="flow">
        <Flow trace={trace} />
      </Section>
      <Section title="Journey" id="journey">
        <Journey trace={trace} />
      </Section>
      <Section title="Time line" id="time">
        <Times trace={trace} lot={lot} />
      </Section>
    </>
  );
}
