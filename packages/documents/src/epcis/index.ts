export { epcisCatalogue } from './catalogue.ts';
export * from './event.ts';
export { type EpcisReading, maxEpcisEvents, readEpcisDocument, readEpcisEvents } from './read-document.ts';
export { readEpcisEvent } from './read-event.ts';
export { bareValue, bizSteps, dispositions, vocabularies } from './vocabulary.ts';
