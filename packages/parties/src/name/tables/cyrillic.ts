/**
 * Cyrillic letters in Latin ones. Source: ICAO Doc 9303, part 3, section 6.B, "Transliteration of Cyrillic characters", for
 * Russian unless marked; certainty: written from knowledge of the table.
 */
export const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
  // Ukrainian, Belarusian, Serbian and Macedonian letters.
  ...{ ґ: 'g', є: 'ie', і: 'i', ї: 'i', ў: 'u', ђ: 'd', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz', ѕ: 'dz' },
};
