import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const SIGNS: Record<string, IconName> = { good: 'passed', wait: 'clock', bad: 'refuse', info: 'info' };

/** A sentence or two that must be seen before the rest. */
export function Notice({ tone, children }: { tone: 'good' | 'wait' | 'bad' | 'info'; children: ReactNode }) {
  return (
    <div className={`notice notice--${tone}`}>
      <Icon name={SIGNS[tone] ?? 'info'} />
      <div>{children}</div>
    </div>
  );
}
