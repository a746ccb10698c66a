import { Type } from 'typebox';
import { EntryNumberSchema } from './common.ts';
import { route } from './route.ts';

export const printForm = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/forms/:form',
  summary: 'Form 7501 or 3461 of an entry as PDF, by the edition of the form in use on the day of entry',
  access: 'member',
  params: Type.Object({ entryNumber: EntryNumberSchema, form: Type.Enum(['7501', '3461']) }),
  response: Type.String({ contentMediaType: 'application/pdf', description: 'PDF, letter size' }),
});
