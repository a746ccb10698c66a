export { type Count, divideSpan, type MeasuredSpan, type SpanPart } from './divide.ts';
export { type LotTitleInput, type Objection, settleTitle } from './settle-title.ts';
export {
  type AcceptedMove,
  type LotTitle,
  type RefusedMove,
  stepAt,
  type TitleDeposit,
  type TitleFault,
  type TitleMove,
  type TitleStep,
  type TitleWithdrawal,
  titleFaults,
} from './title.ts';
export { type TitleFlow, type TitleInput, titleAccounts } from './title-accounts.ts';
