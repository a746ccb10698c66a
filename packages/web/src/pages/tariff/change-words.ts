import type { FieldChange, LineHistory } from '@portolan/contract';

const CHANGES: Record<LineHistory['steps'][number]['change'], string> = {
  first: 'the first edition at hand',
  added: 'added',
  ended: 'ended',
  changed: 'changed',
  unchanged: 'as before',
  absent: 'not in this edition',
};

const FIELDS: Record<FieldChange['field'], string> = {
  description: 'Description',
  units: 'Units',
  general: 'General rate',
  special: 'Special rates',
  column2: 'Column 2 rate',
};

/** What an edition did to a line, in words. */
export const changeWords = (change: LineHistory['steps'][number]['change']) => CHANGES[change];

/** The part of a line that changed, in words. */
export const fieldWords = (field: FieldChange['field']) => FIELDS[field];
