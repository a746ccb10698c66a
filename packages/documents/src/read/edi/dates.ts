import { type Found, leaf, nothing, setAside } from '../found.ts';
import { elementOf, placeOf, type Segment } from './segment.ts';

/** CCYYMMDD as a date; the six digits of old versions are set aside, since their century is a guess. */
export function dateAt(segment: Segment | undefined, index: number, component = 1): Found<string> {
  const text = elementOf(segment, index, component);
  if (!segment || !text) return nothing;
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  if (!parts) return setAside(text, 'it is no date of eight digits');
  return leaf(`${parts[1]}-${parts[2]}-${parts[3]}`, placeOf(segment, index));
}
