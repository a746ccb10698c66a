/** What a portal page of a program shows, in its order: the portal renders it, the program only says what. */
export interface Page {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PageSection[];
}

export type PageSection =
  | { readonly kind: 'text'; readonly heading: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'lines'; readonly heading: string; readonly columns: readonly PageColumn[] }
  | { readonly kind: 'findings'; readonly heading: string }
  | { readonly kind: 'savings'; readonly heading: string }
  | { readonly kind: 'elements'; readonly heading: string; readonly agreements: readonly PageElements[] }
  | { readonly kind: 'stories'; readonly heading: string }
  | { readonly kind: 'rules'; readonly heading: string };

/** A column of the table of lines: a label and the pointer of its value within a line of entry or evaluation. */
export interface PageColumn {
  readonly label: string;
  readonly of: 'entry' | 'evaluation' | 'duty';
  readonly pointer: string;
}

export interface PageElements {
  readonly agreement: string;
  readonly elements: readonly { readonly number: string; readonly label: string; readonly cite: string }[];
}
