import type { ElementShare, StressUnit, TensileTest } from '@portolan/documents';

/** What was found of an item: its analysis and its tests. */
export interface Found {
  readonly chemistry: readonly ElementShare[];
  readonly tests: readonly TensileTest[];
}

/** The same as the texts of a form: `C 0.10, Mn 1.15`, and one test a line. */
export interface FoundText {
  readonly chemistry: string;
  readonly tests: string;
}

export function foundText({ chemistry, tests }: Found): FoundText {
  return {
    chemistry: chemistry.map(({ element, percent }) => `${element} ${percent}`).join(', '),
    tests: tests.map(lineOf).join('\n'),
  };
}

/**
 * What the texts of a form say. As long as a text is the one that was made of `kept`, that is taken itself: it says more of a test
 * than a line can, such as where its piece was taken.
 */
export function foundIn(
  text: FoundText,
  kept: Found | undefined,
): { chemistry: ElementShare[]; tests: TensileTest[] } {
  const before = kept ? foundText(kept) : undefined;
  const { chemistry, tests } = kept ?? { chemistry: [], tests: [] };
  return {
    chemistry: before?.chemistry === text.chemistry ? [...chemistry] : chemistryIn(text.chemistry),
    tests: before?.tests === text.tests ? [...tests] : linesOf(text.tests).map(testIn),
  };
}

export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function lineOf({ bend, elongation, impact, number, retestOf, tensile, yield: low }: TensileTest): string {
  const unit = tensile?.unit ?? low?.unit;
  const first = [number, low?.value ?? '', tensile?.value ?? '', unit ?? ''];
  const plain = [...first, elongation?.percent ?? '', retestOf ?? ''].join(', ').replace(/[, ]+$/, '');
  return [
    plain,
    ...(impact ? [`impact ${impact.joules.join('/')} at ${impact.celsius}`] : []),
    ...(bend ? [`bend ${bend.degrees}${bend.outcome === 'cracked' ? ' cracked' : ''}`] : []),
  ].join(', ');
}

function testIn(line: string): TensileTest {
  const parts = line.split(',').map((part) => part.trim());
  const named = (name: string) => parts.find((part) => part.startsWith(`${name} `))?.slice(name.length + 1);
  const [number = '', low = '', tensile = '', unit, percent = '', retestOf = ''] = parts.filter(
    (part) => !/^(impact|bend) /.test(part),
  );
  const stress = (value: string) => ({ value, unit: (unit || 'MPa') as StressUnit });
  const [impact, bend] = [named('impact'), named('bend')];
  return {
    number,
    ...(low === '' ? {} : { yield: stress(low) }),
    ...(tensile === '' ? {} : { tensile: stress(tensile) }),
    ...(percent === '' ? {} : { elongation: { percent } }),
    ...(impact ? { impact: impactIn(impact) } : {}),
    ...(bend ? { bend: bendIn(bend) } : {}),
    ...(retestOf === '' ? {} : { retestOf }),
  };
}

/** `31/29/30 at -20`; without a temperature at 20 degrees Celsius. */
function impactIn(text: string): NonNullable<TensileTest['impact']> {
  const [values = '', celsius = '20'] = text.split(' at ');
  return { joules: values.split('/').map((value) => value.trim()), celsius: celsius.trim() };
}

/** `180`, or `180 cracked`. */
function bendIn(text: string): NonNullable<TensileTest['bend']> {
  const [degrees = '', outcome] = text.split(/\s+/);
  return { degrees, outcome: outcome === 'cracked' ? 'cracked' : 'no-crack' };
}

function chemistryIn(text: string): ElementShare[] {
  return text.split(/[,;\n]+/).flatMap((part) => {
    const [element = '', percent = ''] = part.trim().split(/\s+/);
    return element === '' ? [] : [{ element, percent, analysis: 'heat' as const }];
  });
}
