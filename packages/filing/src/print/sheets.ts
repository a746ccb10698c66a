import { type PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { latin } from './latin.ts';
import type { Block, Cell, PaperColumn, PaperForm } from './paper.ts';
import { wrap } from './wrap.ts';

/** US letter, in points. */
const PAGE = { width: 612, height: 792, margin: 30 };
const LABEL = { size: 5.5, lead: 6.5 };
const VALUE = { size: 8, lead: 9.5 };
const SMALL = { size: 6.8, lead: 8.2 };
const PAD = 3;
const LOWEST_BLOCK = 26;
const INK = rgb(0, 0, 0);

type Table = NonNullable<PaperForm['table']>;

export interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

/** Where the next thing is drawn: a page and the height that is left on it. */
interface Pen {
  page: PDFPage;
  top: number;
}

/** The sheets of a form while they are drawn, from the top down. */
export class Sheets {
  readonly #pdf: PDFDocument;
  readonly #form: PaperForm;
  readonly #fonts: Fonts;
  readonly #pen: Pen;

  constructor(pdf: PDFDocument, form: PaperForm, fonts: Fonts) {
    this.#pdf = pdf;
    this.#form = form;
    this.#fonts = fonts;
    this.#pen = { page: pdf.addPage([PAGE.width, PAGE.height]), top: 0 };
    this.#heading(form.title);
  }

  blocks(row: readonly Cell[]): void {
    const { stacks, widths, tall, height } = this.#measured(row);
    this.#need(height);
    let left = PAGE.margin;
    for (const [at, stack] of stacks.entries()) {
      const width = widths[at] ?? 0;
      const own = (tall[at] ?? []).reduce((sum, part) => sum + part, 0);
      let top = this.#pen.top;
      for (const [index, block] of stack.entries()) {
        const part = (tall[at]?.[index] ?? 0) + (height - own) / stack.length;
        this.#block(block, { left, top, width, height: part });
        top -= part;
      }
      left += width;
    }
    this.#pen.top -= height;
  }

  #measured(row: readonly Cell[]) {
    const stacks = row.map((cell) => (isStack(cell) ? cell : [cell]));
    const widths = widthsOf(stacks.map(([first]) => first?.span ?? 0));
    const tall = stacks.map((stack, at) => stack.map((block) => this.#heightOf(block, widths[at] ?? 0)));
    const height = Math.max(...tall.map((parts) => parts.reduce((sum, part) => sum + part, 0)));
    return { stacks, widths, tall, height };
  }

  #heightOf({ value, prose, label }: Block, width: number): number {
    const { size, lead } = prose ? LABEL : VALUE;
    const lines = this.#wrapped(value, width, size).length;
    const heading = this.#wrapped(label, width, LABEL.size).length;
    return Math.max(LOWEST_BLOCK, heading * LABEL.lead + lines * lead + 2 * PAD);
  }

  #block({ number, label, value, prose }: Block, { left, top, width, height }: Place): void {
    const { size, lead } = prose ? LABEL : VALUE;
    this.#box(left, width, height, top);
    const heading = this.#wrapped(number === undefined ? label : `${number}. ${label}`, width, LABEL.size);
    for (const [line, text] of heading.entries())
      this.#text(text, left + PAD, top - (line + 1) * LABEL.lead, LABEL.size);
    const below = top - heading.length * LABEL.lead;
    for (const [line, text] of this.#wrapped(value, width, size).entries())
      this.#text(text, left + PAD, below - (line + 1) * lead, size, prose ? 'plain' : 'bold');
  }

  /** Height that the rows below the lines and the notes need. */
  footHeight(): number {
    const { foot, notes } = this.#form;
    const rows = foot.map((row) => this.#measured(row).height).reduce((sum, height) => sum + height, 0);
    return rows + notes.length * 2 * LABEL.lead + PAD;
  }

  /** Draws lines as far as they fit above what is to stand below them; answers those that did not. */
  table({ columns, rows }: Table, below: number): Table['rows'] {
    const widths = widthsOf(columns.map(({ span }) => span));
    this.#tableHead(columns, widths);
    for (const [at, row] of rows.entries()) {
      const { cells, height } = this.#cellsOf(row, widths);
      if (this.#pen.top - height - below < PAGE.margin) return rows.slice(at);
      this.#row(cells, widths, columns, height);
    }
    return [];
  }

  /** Draws lines on continuation sheets. */
  more({ columns, rows }: Table): void {
    const widths = widthsOf(columns.map(({ span }) => span));
    this.#nextSheet();
    this.#tableHead(columns, widths);
    for (const row of rows) {
      const { cells, height } = this.#cellsOf(row, widths);
      if (this.#need(height)) this.#tableHead(columns, widths);
      this.#row(cells, widths, columns, height);
    }
  }

  #cellsOf(row: readonly string[][], widths: readonly number[]): { cells: string[][]; height: number } {
    const cells = row.map((lines, at) =>
      lines.flatMap((text) => this.#wrapped(text, widths[at] ?? 0, SMALL.size)),
    );
    return { cells, height: Math.max(...cells.map((lines) => lines.length)) * SMALL.lead + 2 * PAD };
  }

  note(text: string): void {
    const lines = this.#wrapped(text, PAGE.width - 2 * PAGE.margin, LABEL.size);
    this.#need(lines.length * LABEL.lead + PAD);
    for (const line of lines) {
      this.#pen.top -= LABEL.lead;
      this.#text(line, PAGE.margin, this.#pen.top, LABEL.size);
    }
  }

  numberPages(): void {
    const pages = this.#pdf.getPages();
    for (const [at, page] of pages.entries())
      page.drawText(
        latin(`${this.#form.edition}    ${this.#form.reference}    Page ${at + 1} of ${pages.length}`),
        {
          x: PAGE.margin,
          y: PAGE.margin / 2,
          size: SMALL.size,
          font: this.#fonts.plain,
          color: INK,
        },
      );
  }

  #heading(title: string): void {
    this.#pen.top = PAGE.height - PAGE.margin;
    this.#text('DEPARTMENT OF HOMELAND SECURITY', PAGE.margin, this.#pen.top - 4, SMALL.size);
    this.#text('U.S. Customs and Border Protection', PAGE.margin, this.#pen.top - 13, SMALL.size);
    const width = this.#fonts.bold.widthOfTextAtSize(title, 13);
    this.#text(title, (PAGE.width - width) / 2, this.#pen.top - 12, 13, 'bold');
    for (const [line, text] of this.#form.authority.split('\n').entries()) {
      const side = this.#fonts.plain.widthOfTextAtSize(text, SMALL.size);
      this.#text(text, PAGE.width - PAGE.margin - side, this.#pen.top - 4 - line * 9, SMALL.size);
    }
    this.#pen.top -= 22;
  }

  #tableHead(columns: readonly PaperColumn[], widths: readonly number[]): void {
    const texts = columns.map(({ heading }, at) => this.#wrapped(heading, widths[at] ?? 0, LABEL.size));
    const height = Math.max(...texts.map((lines) => lines.length)) * LABEL.lead + 2 * PAD;
    this.#need(height + 4 * SMALL.lead);
    let left = PAGE.margin;
    for (const [at, lines] of texts.entries()) {
      this.#box(left, widths[at] ?? 0, height);
      for (const [line, text] of lines.entries())
        this.#text(text, left + PAD, this.#pen.top - (line + 1) * LABEL.lead, LABEL.size);
      left += widths[at] ?? 0;
    }
    this.#pen.top -= height;
  }

  #row(
    cells: readonly (readonly string[])[],
    widths: readonly number[],
    columns: readonly PaperColumn[],
    height: number,
  ): void {
    let left = PAGE.margin;
    for (const [at, lines] of cells.entries()) {
      const width = widths[at] ?? 0;
      this.#box(left, width, height);
      for (const [line, text] of lines.entries()) {
        const indent = columns[at]?.right
          ? width - PAD - this.#fonts.plain.widthOfTextAtSize(text, SMALL.size)
          : PAD;
        this.#text(text, left + indent, this.#pen.top - PAD - (line + 1) * SMALL.lead + 2, SMALL.size);
      }
      left += width;
    }
    this.#pen.top -= height;
  }

  /** Begins a continuation sheet where the height is not left; true when it did. */
  #need(height: number): boolean {
    if (this.#pen.top - height >= PAGE.margin) return false;
    this.#nextSheet();
    return true;
  }

  #nextSheet(): void {
    this.#pen.page = this.#pdf.addPage([PAGE.width, PAGE.height]);
    this.#heading(`${this.#form.title} CONTINUATION SHEET`);
    this.blocks(this.#form.again);
  }

  #wrapped(text: string, width: number, size: number): string[] {
    if (text === '') return [];
    const { plain, bold } = this.#fonts;
    const font = size === VALUE.size ? bold : plain;
    return wrap(latin(text), width - 2 * PAD, (part) => font.widthOfTextAtSize(part, size));
  }

  #text(text: string, x: number, y: number, size: number, weight: keyof Fonts = 'plain'): void {
    this.#pen.page.drawText(latin(text), { x, y, size, font: this.#fonts[weight], color: INK });
  }

  #box(x: number, width: number, height: number, top = this.#pen.top): void {
    this.#pen.page.drawRectangle({
      ...{ x, y: top - height, width, height },
      borderWidth: 0.5,
      borderColor: INK,
    });
  }
}

/** Where a block is drawn, in points from the lower left of the page. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function isStack(cell: Cell): cell is readonly Block[] {
  return Array.isArray(cell);
}

/** Widths of a row that fill the page, by the spans. */
function widthsOf(spans: readonly number[]): number[] {
  const all = spans.reduce((sum, span) => sum + span, 0);
  return spans.map((span) => (span / all) * (PAGE.width - 2 * PAGE.margin));
}
