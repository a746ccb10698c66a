export { type FormTask, verifyForms } from './messages.ts';
export { verifyFormApart, verifyPresentationApart } from './verify.ts';
