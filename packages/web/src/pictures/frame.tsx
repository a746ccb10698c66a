import type { ReactNode } from 'react';

interface FrameProps {
  /** What the picture shows, for those who don't see it. */
  label: string;
  /** How to read it: what lines, shapes and numbers mean. */
  legend?: ReactNode;
  /** The table twin; it opens below the picture and is always printed. */
  table: ReactNode;
  children: ReactNode;
}

/** A picture in its frame, with the table that says the same. A wide drawing scrolls inside the frame, also by keyboard. */
export function PictureFrame({ label, legend, table, children }: FrameProps) {
  return (
    <figure className="drawn">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section className="drawn-scroll" aria-label={label} tabIndex={0}>
        {children}
      </section>
      {legend && <figcaption className="small muted">{legend}</figcaption>}
      <details className="drawn-twin">
        <summary>The same as a table</summary>
        {table}
      </details>
    </figure>
  );
}

interface SheetProps {
  label: string;
  width: number;
  height: number;
  children: ReactNode;
}

/** The sheet that a picture is drawn on, at a size at which its words can be read. */
export function Sheet({ label, width, height, children }: SheetProps) {
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {children}
    </svg>
  );
}
