import { evidenceOf, originalOf } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import { type Certified, type MetalLine, pathOf, type SteelCase } from '../case.ts';
import { find } from '../find.ts';
import { certificateItem, checkCommitted } from '../trace/committed.ts';

/** A certificate belongs to its order and customer, covers no more than its items weigh, and gives way to what replaced it. */
export function checkReuse(c: SteelCase): Finding[] {
  return [
    ...c.lines.flatMap((line) =>
      line.certified.flatMap((one) => [...otherOrder(one, line, c), ...overUsed(one, c)]),
    ),
    ...superseded(c),
  ];
}

/** A service centre's certificate is made for its own customer; the mill's below it was made for the service centre. */
function otherOrder({ certificate, path }: Certified, { line }: MetalLine, c: SteelCase): Finding[] {
  const { customer, number, orderNumber } = certificate.document;
  const builtOn = c.certificates.some(({ document }) =>
    document.basedOn?.some(({ digest }) => digest === originalOf(certificate)),
  );
  const invoice = evidenceOf(c.dossier.evidence, 'CommercialInvoice').find(
    ({ document }) => document.number === line.invoice.number,
  );
  if (!invoice || builtOn) return [];
  const { buyer, lines, orderNumbers = [] } = invoice.document;
  const orders = [...new Set([...orderNumbers, ...lines.flatMap((each) => each.orderNumber ?? [])])];
  const why =
    orderNumber !== undefined && orders.length > 0 && !orders.includes(orderNumber)
      ? `it was made for order ${orderNumber}, the goods were invoiced under ${orders.join(', ')}`
      : customer?.did !== undefined && buyer.did !== undefined && customer.did !== buyer.did
        ? 'it was made for another customer'
        : undefined;
  if (why === undefined) return [];
  return [
    find('STEEL_CERTIFICATE_REUSED', `${path}/lot`, { number, why }, [certificate.digest, invoice.digest]),
  ];
}

/** Adds up what others took by the same item: masses only, so nobody learns whose. */
function overUsed({ certificate, item, path }: Certified, { observations }: SteelCase): Finding[] {
  const of = certificateItem(originalOf(certificate), item.number);
  const { available, committed, over } = checkCommitted(of, item.weight, [
    ...(observations.commitments ?? []),
    { of, mass: item.weight },
  ]);
  if (over === undefined) return [];
  const { number } = certificate.document;
  const why = `item ${item.number} covers ${available} kg, and ${committed} kg were entered by it`;
  return [find('STEEL_CERTIFICATE_REUSED', `${path}/lot`, { number, why }, [certificate.digest])];
}

function superseded(c: SteelCase): Finding[] {
  return c.certificates.flatMap((certificate) => {
    const by = c.certificates.find(
      ({ document, verdict }) =>
        verdict?.verified === true && document.supersedes?.certificate.digest === originalOf(certificate),
    );
    const rests = c.lines.some(
      ({ certified }) => certified.length > 0 && certified.every((one) => one.certificate === certificate),
    );
    if (!by || !rests) return [];
    return [
      find(
        'STEEL_CERTIFICATE_SUPERSEDED',
        pathOf(c, certificate),
        { number: certificate.document.number, by: by.document.number },
        [certificate.digest, by.digest],
      ),
    ];
  });
}
