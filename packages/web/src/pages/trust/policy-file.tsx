import { parseJson, type Refusal } from '@portolan/kernel';
import { checkPolicy, type Policy } from '@portolan/parties';
import { useState } from 'react';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';

/** Opens a policy from a file; one that contradicts itself is refused with every reason. */
export function PolicyFile({ onPolicy }: { onPolicy: (policy: Policy) => void }) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const onFiles = async ([file]: File[]) => {
    if (!file) return;
    const parsed = parseJson(await file.text(), { maxBytes: 1_000_000 });
    const policy = parsed.ok ? checkPolicy(parsed.value) : parsed;
    setRefusals(policy.ok ? [] : policy.refusals);
    if (policy.ok) onPolicy(policy.value);
  };
  return (
    <details className="more">
      <summary>From a file</summary>
      <ErrorSummary title="The policy was not taken" refusals={refusals} />
      <Dropzone hint="A policy as JSON, such as one saved on the page of policies." onFiles={onFiles} />
    </details>
  );
}
