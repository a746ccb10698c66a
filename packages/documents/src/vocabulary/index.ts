export { type ReadableClaim, readableClaims } from './claims.ts';
export { fieldLabel } from './label.ts';
export { comparableNumber, referenceNumbers } from './numbers.ts';
export { isVocabularyContext, recognizedType, type VocabularyType, vocabularyTypes } from './types.ts';
