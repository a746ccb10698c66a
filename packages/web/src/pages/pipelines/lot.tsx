import { lotName } from './words.ts';

/** A batch or stock by the name that the trade gives it; the whole name shows where it is pointed at. */
export function Lot({ id }: { id: string }) {
  return (
    <span className="lot" title={id}>
      {lotName(id)}
    </span>
  );
}
