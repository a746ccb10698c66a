import type { Title } from '@portolan/contract';
import { Icon, type IconName } from '../../ui/icon.tsx';

const STATES: Record<Title['state'], { words: string; icon: IconName; tone: string }> = {
  live: { words: 'Live', icon: 'passed', tone: 'good' },
  surrendered: { words: 'Surrendered', icon: 'passed', tone: 'none' },
  undetermined: { words: 'Undetermined: the home has not answered', icon: 'clock', tone: 'wait' },
};

/** The state of a title in words, with a sign beside the colour. */
export function TitleStatePill({ state }: Pick<Title, 'state'>) {
  const { words, icon, tone } = STATES[state];
  return (
    <span className={`pill pill--${tone}`}>
      <Icon name={icon} />
      {words}
    </span>
  );
}
