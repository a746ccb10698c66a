export { traceEpcisCatalogue } from './catalogue.ts';
export { epcisOf, traceContext } from './from-trace.ts';
export { glnOf } from './gln.ts';
export { type EpcisHeading, traceEventsOfEpcis } from './to-trace.ts';
