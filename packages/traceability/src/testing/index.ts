export { flow, minute, stock, transfer, voided } from './events.ts';
export { history } from './history.ts';
