import type { PaperForm } from './paper.ts';

/**
 * A form as PDF, letter size, lines carried on to continuation sheets that repeat entry number and headings. Pure: the same form at the
 * same instant gives the same bytes. `at` is written as the day of printing. The library for PDF is loaded for the first form.
 */
export async function renderForm(form: PaperForm, at: Date): Promise<Uint8Array> {
  const { drawForm } = await import('./draw.ts');
  return drawForm(form, at);
}
