import type { Refusal } from '@portolan/kernel';
import { checkDateOrder } from './dates.ts';

/** Refuses a validity that ends before it begins. */
export function checkValidity({ from, until }: { from: string; until?: string }): Refusal[] {
  return checkDateOrder({ path: '/from', date: from }, { path: '/until', date: until });
}
