import type { Plugin, Root, Rule } from 'postcss';

const FONTS = /Source Sans Pro Web|Roboto Mono Web/;
const COMPONENT = /^(usa|is)-/;

/** Every class a selector names, without escapes. */
function classesOf(selector: string): string[] {
  return [...selector.matchAll(/\.((?:\\.|[\w-])+)/g)].map((match) => match[1] ?? '');
}

function keepComponents(rule: Rule): void {
  if (rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes/.test(String(rule.parent.name)))
    return;
  const kept = rule.selectors.filter((selector) => classesOf(selector).every((name) => COMPONENT.test(name)));
  if (kept.length === 0) rule.remove();
  else rule.selectors = kept;
}

function subset(root: Root): void {
  root.walkAtRules('font-face', (face) => {
    if (!FONTS.test(face.toString())) face.remove();
    else
      face.walkDecls('src', (src) => {
        // Every browser that runs the portal reads woff2.
        src.value = src.value.split(',').find((part) => part.includes('woff2')) ?? src.value;
      });
  });
  root.walkRules(keepComponents);
}

/**
 * Reduces the design system's prebuilt sheet to what the portal uses: its components (`usa-…`) and element
 * rules without the utility classes, and the two families of type the portal sets, as woff2 alone.
 */
export function uswdsSubset(): Plugin {
  return {
    postcssPlugin: 'uswds-subset',
    Once(root) {
      if (root.source?.input.file?.includes('@uswds/uswds')) subset(root);
    },
  };
}
