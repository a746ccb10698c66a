import { defineCatalogue } from '@portolan/kernel';

/** What the product library refuses. */
export const productCatalogue = defineCatalogue('products', {
  NODE_PRODUCT_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization holds no product under {key}.',
    mend: 'Keep its facts first, or look the key up in the library.',
  },
  NODE_PRODUCT_FULL: {
    fault: 'sender',
    status: 422,
    message: 'The product has {count} codes on record; no more are kept.',
    mend: 'Keep it under another item number.',
  },
});
