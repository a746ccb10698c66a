/** The library of products: facts by GTIN or SKU, and the codes that they were given. */
export const up = `
-- Distributed by product. No code identifies a product: facts do, and codes are dated beside them.
create table products (
  tenant_id uuid not null,
  product_key text not null,
  facts json not null,
  search text not null,
  hts text,
  provisional boolean not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, product_key)
);
create index products_by_update on products (tenant_id, updated_at desc, product_key desc);

-- Distributed by product. Rulings and decisions; none is ever changed, a later one stands beside it.
create table product_codes (
  tenant_id uuid not null,
  product_key text not null,
  code_id uuid not null,
  code json not null,
  provisional boolean not null,
  given_at timestamptz not null,
  given_by text not null,
  primary key (tenant_id, product_key, code_id)
);
`;
