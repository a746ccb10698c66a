import type { JsonValue } from '@portolan/kernel';
import { useEffect, useRef } from 'react';

interface NodeProps {
  name: string;
  value: JsonValue;
  pointer: string;
  marked: string | undefined;
}

/** A member's name as words: `placeOfLoading` becomes `place of loading`. */
function nameWords(name: string): string {
  return /^\d+$/.test(name) ? `${Number(name) + 1}` : name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function Leaf({ value, marked }: { value: JsonValue; marked: boolean }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (marked) mark.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return marked ? <mark ref={mark}>{text}</mark> : text;
}

function Member({ name, value, pointer, marked }: NodeProps) {
  const here = marked === pointer;
  const single = typeof value !== 'object' || value === null;
  return (
    <div className={single ? 'member' : undefined}>
      <dt>{nameWords(name)}</dt>
      <dd>
        {single ? (
          <Leaf value={value} marked={here} />
        ) : (
          <Members value={value} pointer={pointer} marked={marked} />
        )}
      </dd>
    </div>
  );
}

function Members({ value, pointer, marked }: { value: object; pointer: string; marked: string | undefined }) {
  const members = Object.entries(value) as [string, JsonValue][];
  if (members.length === 0) return <span className="muted">empty</span>;
  return (
    <dl>
      {members.map(([name, member]) => (
        <Member
          key={name}
          name={name}
          value={member}
          pointer={`${pointer}/${escaped(name)}`}
          marked={marked}
        />
      ))}
    </dl>
  );
}

/** A document's own words, member by member, with the place that a value was taken from marked. */
export function DocumentView({ document, marked }: { document: object; marked?: string | undefined }) {
  return (
    <div className="document-view">
      <Members value={document} pointer="" marked={marked} />
    </div>
  );
}
