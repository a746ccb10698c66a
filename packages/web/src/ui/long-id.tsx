import { useState } from 'react';
import { shorten } from '../format/identifiers.ts';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';

/** A long identifier shortened in the middle; the button copies it whole. */
export function LongId({ value, label }: { value: string; label: string }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    announce(`${label} copied`);
  };
  return (
    <span className="long-id">
      <code title={value}>{shorten(value)}</code>
      <button type="button" className="icon-button no-print" onClick={copy}>
        <Icon name={copied ? 'passed' : 'copy'} />
        <span className="usa-sr-only">{copied ? `${label} copied` : `Copy ${label}`}</span>
      </button>
    </span>
  );
}
