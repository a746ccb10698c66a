export { form3461 } from './form-3461.ts';
export { form7501 } from './form-7501.ts';
export type { Block, PaperColumn, PaperForm } from './paper.ts';
export type { PrintedEntry, PrintedParty } from './printed-entry.ts';
export { renderForm } from './render.ts';
