import type { Standing } from '@portolan/parties';
import { evidenceNames } from '../../standing/evidence-names.ts';
import { StandingFindings } from '../../standing/findings.tsx';
import { Identifiers } from '../../standing/identifiers.tsx';
import { LevelPill } from '../../standing/level-pill.tsx';
import { Levels } from '../../standing/levels.tsx';
import { Gaps } from '../../standing/outlook.tsx';
import { PictureWithTable } from '../../standing/picture/picture-with-table.tsx';
import { outcomesOf, wholePicture } from '../../standing/picture/whole.ts';
import { WeighedTable } from '../../standing/weighed-table.tsx';
import { levelTone, roleWords } from '../../standing/words.ts';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';

/** A standing as it was computed again, and whether the file says the same. */
export interface Recomputed {
  same: boolean;
  stated?: string;
  computed: string;
  standing: Standing;
}

/** A standing that was computed again here: the verdict first, then every part of the reasoning. */
export function RecomputedStanding({ recomputed }: { recomputed: Recomputed }) {
  const { same, computed, standing } = recomputed;
  const { name, level, barred, role, asOf, attestations } = standing;
  return (
    <>
      <Notice tone={same ? 'good' : 'bad'}>
        {same
          ? 'Computed again here, it comes to the same bytes.'
          : 'Computed again here, it comes to something else than the file says.'}
      </Notice>
      <Section title={name}>
        <p className="row">
          <LevelPill level={level} barred={barred} tone={levelTone(standing)} />
          <span>
            {roleWords(role)}, as of <When at={asOf} />
          </span>
        </p>
        <p>
          <LongId value={computed} label="digest of the standing" />
        </p>
      </Section>
      <Section title="Findings and conflicts">
        <StandingFindings standing={standing} />
      </Section>
      <Section title="Attestations">
        <WeighedTable attestations={attestations} />
      </Section>
      <Section title="Identifiers">
        <Identifiers identifiers={standing.identifiers} nameOf={evidenceNames(standing)} />
      </Section>
      <Section title="What is missing">
        <Gaps standing={standing} />
      </Section>
      <Section title="How the level came about">
        <Levels standing={standing} />
      </Section>
      {attestations.length > 0 && (
        <Section title="Relationships">
          <PictureWithTable
            picture={wholePicture(standing)}
            focus={standing.subject}
            outcomes={outcomesOf(standing)}
            caption="Who attests, controls or vouches for whom"
          />
        </Section>
      )}
    </>
  );
}
