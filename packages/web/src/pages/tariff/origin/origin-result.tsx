import type { OriginWorksheet } from '@portolan/contract';
import { MarkingSection } from './marking-section.tsx';
import { MeltSection } from './melt-section.tsx';
import { PreferenceSection } from './preference-section.tsx';
import { TransformationSection } from './transformation-section.tsx';

/** The kinds that were asked, each in a section of its own: none of them answers another. */
export function OriginResult({ worksheet }: { worksheet: OriginWorksheet }) {
  const { preference, marking, transformation, melt, reference } = worksheet;
  return (
    <div role="status">
      {preference && <PreferenceSection result={preference} />}
      {marking && <MarkingSection result={marking} />}
      {transformation && <TransformationSection result={transformation} />}
      {melt && <MeltSection result={melt} />}
      <p className="small muted">
        Reference <code className="break">{reference}</code>.
      </p>
    </div>
  );
}
