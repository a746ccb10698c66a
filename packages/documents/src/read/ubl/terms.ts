import type { JsonObject } from '@portolan/kernel';
import { incoterms } from '../../schema/value.ts';
import { type Found, firstOf, group, leaf, nothing, setAside } from '../found.ts';
import { at, textOf, type XmlElement } from '../xml/element.ts';
import { code, text } from './values.ts';

/** The Incoterms rule of a DeliveryTerms element; any other term is set aside, since it means something else. */
export function deliveryTerm(element: XmlElement | undefined): Found<JsonObject> {
  const id = at(element, 'ID');
  const written = textOf(id);
  if (!id || !written) return nothing;
  const term = incoterms.find((known) => known === written.toUpperCase());
  if (!term) return group({ code: setAside(written, 'it is not a rule of Incoterms 2020 or 2010') });
  const location = at(element, 'DeliveryLocation');
  return group({
    code: leaf(term, id.path),
    place: firstOf(
      text(at(location, 'Description')),
      text(at(location, 'Name')),
      text(at(location, 'Address', 'CityName')),
      text(at(location, 'ID')),
    ),
    country: code(at(location, 'Address', 'Country', 'IdentificationCode')),
  });
}
