import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about chemistry, strength, heats and where metal was melted. */
export const metalCodes = {
  STEEL_ANALYSIS_MISSING: {
    fault: 'signer',
    message: 'Item {item} of certificate {number} gives no percentage of {missing}.',
    mend: 'Have the mill state carbon and every metallic element.',
    cite: '19 CFR 141.89',
  },
  STEEL_ANALYSIS_INCOMPLETE: {
    fault: 'signer',
    message:
      'Item {item} of certificate {number} gives no {missing}: the classification takes them as below their limits.',
    mend: 'Have the mill state every metallic element that the steel contains.',
    cite: '19 CFR 141.89; HTSUS chapter 72, note 1(f)',
  },
  STEEL_ANALYSIS_ABSURD: {
    fault: 'signer',
    message: 'Item {item} of certificate {number} can not be: {element} {percent} percent, {why}.',
    mend: 'Have the laboratory figures checked and the certificate replaced.',
    cite: 'HTSUS chapter 72, note 1',
  },
  STEEL_CHEMISTRY_OUTSIDE: {
    fault: 'signer',
    message:
      '{what} {rounded} percent of item {item} is outside {limit} of {grade} (found {found}, rounded by ASTM E29).',
    mend: 'Have the mill say under which standard and edition the goods were released.',
  },
  STEEL_STRENGTH_OUTSIDE: {
    fault: 'signer',
    message:
      '{what} {rounded} {unit} of item {item} is outside {limit} of {grade} (found {found}, rounded by ASTM E29).',
    mend: 'Have the mill test again, or say under which standard and edition the goods were released.',
  },
  STEEL_PRODUCT_ANALYSIS_OPEN: {
    fault: 'node',
    message:
      'The product of item {item} was found to hold {found} % {what}; {grade} allows {limit} in the heat. How far a product may differ is not at hand, so it was not judged.',
    mend: 'Look up the tolerance of product analysis in the standard, such as ASTM A6 for shapes and plate.',
  },
  STEEL_REQUIREMENT_UNREPORTED: {
    fault: 'signer',
    message: '{what} of item {item} is not reported, though {grade} asks for {limit}.',
    mend: 'Have the mill state it.',
  },
  STEEL_YIELD_ABOVE_TENSILE: {
    fault: 'signer',
    message: 'Test {test} of item {item}: yield strength {yield} is above tensile strength {tensile}.',
    mend: 'Have the laboratory figures checked and the certificate replaced.',
    cite: 'ISO 6892-1; ASTM A370',
  },
  STEEL_UNIT_CONFUSED: {
    fault: 'signer',
    message: 'Test {test} of item {item}: tensile strength {tensile} can not be; read in {meant} it can.',
    mend: 'Have the unit corrected and the certificate replaced.',
  },
  STEEL_GRADE_NOT_AT_HAND: {
    fault: 'node',
    message: 'The limits of {grade} are not at hand ({why}), so they were not checked.',
    mend: 'Name standard, edition and grade as the standard does, or check by hand.',
  },
  STEEL_WEIGHT_DIFFERS: {
    fault: 'signer',
    message: 'Item {item} weighs {actual}, {percent} percent from its theoretical mass {theoretical}.',
    mend: 'Have the mass weighed again.',
  },
  STEEL_HEAT_MISSING: {
    fault: 'holder',
    message: 'No signed record of heat {heat} is at hand, so its tonnage and its melt can not be checked.',
    mend: 'Have the mill that poured it hand in the record of the heat.',
  },
  STEEL_HEAT_OVERSOLD: {
    fault: 'signer',
    message: 'Heat {heat} gave {available} kg; {committed} kg of it are certified.',
    mend: 'Have the mill say which goods are not of this heat.',
  },
  STEEL_PARENT_HEAT: {
    fault: 'signer',
    message: 'Processing record {number} says that {lot} is of heat {heat}, which none of its inputs is.',
    mend: 'Have the service centre name the parent heat of each piece.',
  },
  STEEL_TRACE_REFUSED: {
    fault: 'signer',
    message: 'What {number} says of {lot} contradicts the record: {why}',
    mend: '{how}',
  },
  STEEL_MELT_FOREIGN: {
    fault: 'signer',
    message: 'Item {item} of certificate {number} says melted in {stated}; its heat was melted in {melted}.',
    mend: 'State the country in which the steel was first liquid, wherever it was rolled.',
    cite: '19 CFR 360.103; CATAIR record 54, type 08',
  },
  STEEL_DECLARATION_DIFFERS: {
    fault: 'filer',
    message: 'Line {line} declares {declared} for {field}; certificate {number} says {certified}.',
    mend: 'Correct the declaration, or have the mill correct the certificate.',
    cite: 'CATAIR record 54; form 7501 of 10/25, blocks 21 to 24',
  },
  STEEL_MELT_OTHER: {
    fault: 'signer',
    message:
      'Item {item} of certificate {number} gives {country} for {stage}: {hts} is primary and must name a country.',
    mend: 'Have the mill state the country.',
    cite: 'CATAIR record 54; conditions 841 and 844',
  },
  STEEL_MELT_MISSING: {
    fault: 'signer',
    message: 'Item {item} of certificate {number} does not state: {missing}.',
    mend: 'Have the mill state it; it is never taken from the country of origin.',
    cite: 'CATAIR record 54; form 7501 of 10/25, blocks 21 to 24',
  },
} as const satisfies Record<string, CatalogueEntry>;
