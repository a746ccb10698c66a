/** Text broken at spaces so that each line fits a width; a word longer than the width is broken where it must be. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf));
}

function wrapParagraph(paragraph: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > 1 && widthOf(line) > width) {
      const fitting = longest(line, width, widthOf);
      lines.push(line.slice(0, fitting));
      line = line.slice(fitting);
    }
  }
  return [...lines, line];
}

function longest(word: string, width: number, widthOf: (text: string) => number): number {
  let fitting = 1;
  while (fitting < word.length && widthOf(word.slice(0, fitting + 1)) <= width) fitting += 1;
  return fitting;
}
