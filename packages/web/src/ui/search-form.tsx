import { Button, TextInput } from '@trussworks/react-uswds';
import { Form, useSearchParams } from 'react-router';

interface SearchFormProps {
  hint: string;
  /** A choice beside the words: its name in the address, its label, and what may be chosen. */
  choice?: { name: string; label: string; options: readonly (readonly [value: string, words: string])[] };
}

/** Words to search by, kept in the address so that what was found can be shared. */
export function SearchForm({ choice, hint }: SearchFormProps) {
  const [search] = useSearchParams();
  return (
    <Form method="get" role="search" className="filters no-print" key={search.toString()}>
      <div className="field">
        <label htmlFor="search-q">Search</label>
        <span className="hint" id="search-q-hint">
          {hint}
        </span>
        <TextInput
          id="search-q"
          name="q"
          type="search"
          aria-describedby="search-q-hint"
          defaultValue={search.get('q') ?? ''}
        />
      </div>
      {choice && (
        <div className="field">
          <label htmlFor="search-choice">{choice.label}</label>
          <select
            id="search-choice"
            name={choice.name}
            className="usa-select"
            defaultValue={search.get(choice.name) ?? ''}
          >
            <option value="">Any</option>
            {choice.options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
      )}
      <Button type="submit">Show</Button>
    </Form>
  );
}

/** What the address asks for, without what is empty. */
export function asked(request: Request, ...names: string[]): Record<string, string | undefined> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    ['q', 'cursor', ...names].map((name) => [name, searchParams.get(name) || undefined]),
  );
}
