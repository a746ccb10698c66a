import { defineCatalogue } from '@portolan/kernel';

/** What the orders area refuses. */
export const ordersCatalogue = defineCatalogue('orders', {
  NODE_ORDER_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization holds no order {id}.',
    mend: 'Open the list of orders: it shows every order that your organization received or made.',
  },
  NODE_TABLE_MISSING: {
    fault: 'sender',
    status: 422,
    message: 'No spreadsheet was sent.',
    mend: 'Send one CSV or XLSX file.',
  },
});
