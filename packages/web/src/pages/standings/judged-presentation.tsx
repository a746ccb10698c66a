import type { Refusal } from '@portolan/kernel';
import { Reasons } from '../../standing/reasons.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';

/** What a presentation came to: who shows it, and whether with the key of whom it is about. */
export interface JudgedShown {
  proven: boolean;
  holder: string;
  challenge: string;
  domain: string;
  refusals: Refusal[];
}

function verdict({ proven, refusals }: JudgedShown): string {
  if (proven) return 'Shown by whom it is about, with the right key.';
  return refusals.some(({ code }) => code === 'PARTY_HOLDER')
    ? 'Whoever shows this cannot prove the key of whom it is about. It proves nothing.'
    : 'This proves nothing, for the reasons below.';
}

/** Whether credentials are shown by whom they are about; a copy in the hands of somebody else is not. */
export function JudgedPresentation({ judged }: { judged: JudgedShown }) {
  const { proven, holder, challenge, domain, refusals } = judged;
  return (
    <Section title="Presentation">
      <Notice tone={proven ? 'good' : 'bad'}>{verdict(judged)}</Notice>
      {refusals.length > 0 && <Reasons reasons={refusals} />}
      <Definitions
        items={[
          ['Shown by', <LongId key="holder" value={holder} label="who shows it" />],
          ['Challenge signed', challenge],
          ['For whom', domain],
        ]}
      />
      <p className="muted">
        Compare the challenge with the one that you gave: an answer to another one may be an old one.
      </p>
    </Section>
  );
}
