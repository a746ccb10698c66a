import { fieldId } from '../format/identifiers.ts';

/** The control that answers a field, else the place that shows it, else that of the object around it. */
function elementOf(pointer: string): HTMLElement | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const id = fieldId(at);
    const found = document.getElementById(`ask-${id}`) ?? document.getElementById(id);
    if (found) return found;
  }
  return null;
}

/** Leads to the field at a JSON pointer: brings it into view and into focus. */
export function focusField(pointer: string): void {
  const field = elementOf(pointer);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
