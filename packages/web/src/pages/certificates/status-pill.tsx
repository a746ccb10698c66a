import type { IssuedCredential } from '@portolan/contract';
import { Icon, type IconName } from '../../ui/icon.tsx';

const STATUS: Record<IssuedCredential['status'], { words: string; icon: IconName; tone: string }> = {
  valid: { words: 'Valid', icon: 'passed', tone: 'good' },
  suspended: { words: 'Suspended', icon: 'clock', tone: 'wait' },
  revoked: { words: 'Revoked for good', icon: 'refuse', tone: 'bad' },
  expired: { words: 'Expired', icon: 'clock', tone: 'none' },
};

/** Whether a signed document still holds, with the signer's reason where it doesn't. */
export function StatusPill({ item }: { item: IssuedCredential }) {
  const { words, icon, tone } = STATUS[item.status];
  return (
    <>
      <span className={`pill pill--${tone}`}>
        <Icon name={icon} />
        {words}
      </span>
      {item.statusReason && <span className="muted small"> {item.statusReason}</span>}
    </>
  );
}
