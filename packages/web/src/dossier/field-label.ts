import { placeOfField } from '@portolan/filing';

/** The name of an entry's field as the forms give it; one that no form has keeps its own name. */
export function fieldLabel(pointer: string): string {
  const place = placeOfField(pointer);
  if (place) return place.label;
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
