import type { FieldPlace } from './field.ts';
import { formBlocks } from './form-blocks.ts';

/**
 * Editions of form 7501: that of October 2025 put country of melt and pour, primary smelt, secondary smelt and cast in
 * blocks 21 to 24, so every later block moved by four.
 */
const EDITION_OF_2025 = '2025-10-01';
const LAST_UNMOVED = 20;
const MOVED_BY = 4;

/** Where a field of an entry stands; `pointer` is a pointer into an entry, lines by their index. */
export function placeOfField(pointer: string): FieldPlace | undefined {
  return formBlocks[pointer.replace(/^\/lines\/\d+\//, '/lines/*/')] ?? placeOfParent(pointer);
}

/** Block of form 7501 on a day, by the edition of the form then in use. */
export function block7501(pointer: string, day: string): number | undefined {
  const place = placeOfField(pointer);
  const block = place?.block7501;
  if (isEditionOf2025(day) && place?.blockSince2025 !== undefined) return place.blockSince2025;
  return block === undefined ? undefined : movedBlock(block, day);
}

/** Number on the edition of a day of a block numbered as before October 2025. */
export function movedBlock(block: number, day: string): number {
  return isEditionOf2025(day) && block > LAST_UNMOVED ? block + MOVED_BY : block;
}

/** True for days on which the edition with the blocks for metals is in use. */
export function isEditionOf2025(day: string): boolean {
  return day >= EDITION_OF_2025;
}

function placeOfParent(pointer: string): FieldPlace | undefined {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  return parent === '' || parent === '/lines' ? undefined : placeOfField(parent);
}
