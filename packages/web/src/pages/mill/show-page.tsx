import { type HideableMember, hideableIn, shownInPart } from '@portolan/credentials';
import { type JsonObject, parseJson, type Refusal } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { Button, Checkbox } from '@trussworks/react-uswds';
import { useState } from 'react';
import { download } from '../../ui/download.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { memberText, memberWords } from './member-words.ts';

interface Opened {
  name: string;
  credential: JsonObject;
  members: readonly HideableMember[];
}

async function opened(file: File): Promise<Opened | readonly Refusal[]> {
  const parsed = parseJson(await file.text(), { maxBytes: 10_000_000, maxDepth: 64 });
  if (!parsed.ok) return parsed.refusals;
  const credential = parsed.value as JsonObject;
  const members = hideableIn(credential, webCrypto);
  return members.ok ? { name: file.name, credential, members: members.value } : members.refusals;
}

/** Choosing what to show of a document that its signer lets its holder show in part. Nothing leaves the browser. */
export function Component() {
  const [file, setFile] = useState<Opened>();
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const open = async ([first]: File[]) => {
    const result = first ? await opened(first) : [];
    setFile('members' in result ? result : undefined);
    setRefusals('members' in result ? [] : result);
    setShown(new Set());
  };
  const choose = (pointer: string, show: boolean) => {
    const others = [...shown].filter((one) => one !== pointer);
    setShown(new Set(show ? [...others, pointer] : others));
  };
  const save = () => {
    if (!file) return;
    const part = shownInPart(file.credential, [...shown], webCrypto);
    if (!part.ok) return setRefusals(part.refusals);
    const name = file.name.replace(/(\.vc)?\.json$/, '');
    download(`${name}-shown.vc.json`, 'application/json', JSON.stringify(part.value, null, 2));
  };
  return (
    <Page
      title="Show a document in part"
      lead="What you do not choose is in no byte of the new file. The signature holds all the same."
      trail={[{ to: '/certificates', label: 'Certificates' }]}
    >
      <ErrorSummary title="It can not be shown in part" refusals={refusals} />
      <Dropzone
        hint="A document signed as vc+sd-jwt (*.vc.json). It stays on this computer."
        onFiles={open}
      />
      {file && (
        <Section title="What to show beside what is always shown">
          {file.members.length === 0 && (
            <Notice tone="info">Nothing is left in it that could be hidden.</Notice>
          )}
          <fieldset className="usa-fieldset">
            <legend className="usa-sr-only">Members that may be hidden</legend>
            {file.members.map(({ pointer, value }) => (
              <Checkbox
                key={pointer}
                id={`show-${pointer.replaceAll('/', '-')}`}
                name={pointer}
                label={memberWords(pointer)}
                labelDescription={memberText(value)}
                checked={shown.has(pointer)}
                onChange={(event) => choose(pointer, event.target.checked)}
              />
            ))}
          </fieldset>
          <p>
            <Button type="button" onClick={save}>
              Save what is shown
            </Button>
          </p>
        </Section>
      )}
    </Page>
  );
}
