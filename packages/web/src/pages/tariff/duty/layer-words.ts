/** A layer as people call it: `section-232-metals` becomes `Section 232 metals`. */
export function layerWords(layer: string): string {
  const words = layer.replaceAll('-', ' ').replace('section 232 ', 'section 232, ').replace('ieepa', 'IEEPA');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
