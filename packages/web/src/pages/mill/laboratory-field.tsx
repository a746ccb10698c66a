import type { Refusal } from '@portolan/kernel';
import { type LaboratoryResult, readLaboratoryCsv } from '@portolan/programs';
import { useState } from 'react';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';

const EXAMPLE = 'Heat,C,Mn,Test,Yield,Tensile,Unit,Elongation\nA26-4711,0.10,1.15,T-1,378,498,MPa,25';

/** The laboratory's file into the items of the form; refused by row and column. */
export function LaboratoryField(props: {
  busy: boolean;
  onResults: (results: readonly LaboratoryResult[]) => void;
}) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const announce = useAnnounce();
  const onFiles = async (files: File[]) => {
    const read = readLaboratoryCsv((await files[0]?.text()) ?? '');
    setRefusals(read.ok ? [] : read.refusals);
    if (!read.ok) return;
    props.onResults(read.value);
    announce(`${counted(read.value.length, 'heat')} filled into the form`);
  };
  return (
    <details className="section">
      <summary>Results from the laboratory</summary>
      <ErrorSummary title="The file was not taken" refusals={refusals} />
      <Dropzone
        hint="CSV with one analysis or test a row; rows of one heat are put together. Items with that heat are filled."
        disabled={props.busy}
        onFiles={onFiles}
      />
      <p className="small muted">An example:</p>
      <pre className="small">{EXAMPLE}</pre>
    </details>
  );
}
