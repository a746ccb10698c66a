import { isRecord, parseJson } from '@portolan/kernel';
import { useState } from 'react';
import { call, Refused } from '../../api/client.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type Judged, JudgedAuthority } from './judged-authority.tsx';
import { JudgedPresentation, type JudgedShown } from './judged-presentation.tsx';
import { type Recomputed, RecomputedStanding } from './recomputed-standing.tsx';

type Checked = { standing: Recomputed } | { authority: Judged } | { shown: JudgedShown };

async function check(value: unknown): Promise<Checked> {
  if (isRecord(value) && 'use' in value)
    return { authority: await call<Judged>('POST', '/api/authority/judge', value) };
  if (isRecord(value) && 'verifiableCredential' in value)
    return { shown: await call<JudgedShown>('POST', '/api/presentations/judge', value) };
  return { standing: await call<Recomputed>('POST', '/api/standings/recompute', value) };
}

/** Computes a standing again from its evidence, judges an act by its credentials, or what is shown by its key, for anybody who has the file. */
export function Component() {
  const [checked, setChecked] = useState<Checked>();
  const action = useAction();
  const onFiles = async ([file]: File[]) => {
    if (!file) return;
    const text = await file.text();
    setChecked(undefined);
    const done = await action.run(async () => {
      const parsed = parseJson(text, { maxBytes: 16_000_000, maxDepth: 60 });
      if (!parsed.ok) throw new Refused(422, 'No such file', parsed.refusals);
      return check(parsed.value);
    });
    setChecked(done);
  };
  return (
    <Page
      wide
      title="Check a standing or an authority"
      lead="Whoever has the evidence comes to the same bytes. Drop a standing that was saved with its evidence, an act with the credentials that are to allow it, or a presentation; nothing is kept."
    >
      <ErrorSummary title="Not checked" refusals={action.refusals} />
      <Section title="The file">
        <Dropzone
          hint="One JSON file, such as bundle.json, authority.json or presentation.json of the examples."
          onFiles={onFiles}
        />
      </Section>
      {checked && 'standing' in checked && <RecomputedStanding recomputed={checked.standing} />}
      {checked && 'shown' in checked && <JudgedPresentation judged={checked.shown} />}
      {checked && 'authority' in checked && <JudgedAuthority judged={checked.authority} />}
    </Page>
  );
}
