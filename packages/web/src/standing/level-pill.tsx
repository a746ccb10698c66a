import { Icon } from '../ui/icon.tsx';
import { levelWords } from './words.ts';

/** A level that was reached, in one word with its sign; barred stands before any level. */
export function LevelPill(props: { level: string; barred: boolean; tone?: string }) {
  const { level, barred, tone = level === 'none' ? 'wait' : 'info' } = props;
  if (barred)
    return (
      <span className="pill pill--bad">
        <Icon name="refuse" />
        Barred
      </span>
    );
  return (
    <span className={`pill pill--${tone}`}>
      <Icon name={level === 'none' ? 'none' : 'passed'} />
      {levelWords(level)}
    </span>
  );
}
