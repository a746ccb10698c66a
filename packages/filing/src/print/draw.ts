import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { PaperForm } from './paper.ts';
import { Sheets } from './sheets.ts';

/** `renderForm` with the library for PDF at hand. */
export async function drawForm(form: PaperForm, at: Date): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  describe(pdf, form, at);
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const sheet = new Sheets(pdf, form, fonts);
  for (const row of form.head) sheet.blocks(row);
  // Totals and declaration stand on the first sheet, as on the form; lines that do not fit above them go on behind.
  const rest = form.table ? sheet.table(form.table, sheet.footHeight()) : [];
  for (const row of form.foot) sheet.blocks(row);
  for (const note of form.notes) sheet.note(note);
  if (form.table && rest.length > 0) sheet.more({ ...form.table, rows: rest });
  sheet.numberPages();
  return pdf.save({ useObjectStreams: false });
}

function describe(pdf: PDFDocument, form: PaperForm, at: Date): void {
  pdf.setTitle(`${form.title}: ${form.reference}`, { showInWindowTitleBar: true });
  pdf.setSubject(form.edition);
  pdf.setLanguage('en-US');
  pdf.setCreator('Portolan');
  pdf.setProducer('Portolan');
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
}
