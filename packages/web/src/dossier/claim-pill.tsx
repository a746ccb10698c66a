import type { ClaimState } from '@portolan/programs';
import { Icon, type IconName } from '../ui/icon.tsx';

const STATES: Record<ClaimState, { words: string; icon: IconName; tone: string }> = {
  supported: { words: 'Supported', icon: 'passed', tone: 'good' },
  'not-needed': { words: 'No certificate needed', icon: 'passed', tone: 'good' },
  failed: { words: 'Not supported', icon: 'failed', tone: 'bad' },
  undetermined: { words: 'Not determined', icon: 'unknown', tone: 'wait' },
};

/** What the rules make of a claim of preference, in words. */
export function ClaimPill({ state }: { state: ClaimState }) {
  const { words, icon, tone } = STATES[state];
  return (
    <span className={`pill pill--${tone}`}>
      <Icon name={icon} />
      {words}
    </span>
  );
}
