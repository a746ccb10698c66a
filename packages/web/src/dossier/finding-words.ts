import type { Outcome, Severity } from '@portolan/programs';
import type { IconName } from '../ui/icon.tsx';

/** What a severity means for the entry, in words. */
export const severityWords: Record<Severity, { label: string; icon: IconName; tone: string }> = {
  refuse: { label: 'Stops the filing', icon: 'refuse', tone: 'bad' },
  refer: { label: 'Goes to an officer', icon: 'refer', tone: 'wait' },
  warn: { label: 'Worth a look', icon: 'warn', tone: 'wait' },
  info: { label: 'For your information', icon: 'info', tone: 'info' },
};

/** What the rules would do with the entry as it stands. */
export const outcomeWords: Record<Outcome, { label: string; icon: IconName; tone: string; next: string }> = {
  accept: {
    label: 'Would be accepted',
    icon: 'passed',
    tone: 'good',
    next: 'The agency’s rules would accept this entry as it stands.',
  },
  refer: {
    label: 'Would go to an officer',
    icon: 'refer',
    tone: 'wait',
    next: 'It can be filed. An officer of the agency would look at it before it is decided.',
  },
  refuse: {
    label: 'Would be refused',
    icon: 'refuse',
    tone: 'bad',
    next: 'Mend what stops the filing first; nothing can be stored as it stands.',
  },
};
