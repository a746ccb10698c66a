import { Link } from 'react-router';
import { ProvenanceHelp } from '../dossier/provenance-help.tsx';
import { Page, Section } from '../ui/page.tsx';

/** Help: short, with examples. */
export function Component() {
  return (
    <Page title="Help" lead="Key once, sign at the source, prove for ever.">
      <Section title="File a shipment">
        <ol>
          <li>
            Open <Link to="/drafts/new">New filing</Link> and drop the documents, or a whole folder.
          </li>
          <li>Answer what no document says. Everything else is taken from the documents.</li>
          <li>Read the findings. Where a finding offers a mend, one press makes it; Undo takes it back.</li>
          <li>File. The entry number comes at once, the decision and the receipts follow.</li>
        </ol>
        <p>
          Try it with the folder <code>examples</code> of this project.
        </p>
      </Section>
      <Section title="Where a value comes from">
        <p>
          Every value carries a sign. Press the value to see its document, the verification and the receipt.
        </p>
        <ProvenanceHelp />
      </Section>
      <Section title="Answer a request">
        <p>
          A request (Form 28) goes to importer, broker and whoever holds the evidence. The holder may answer
          to the agency only: the others see that it was answered, not what it says.
        </p>
      </Section>
      <Section title="Who is this?">
        <p>
          A standing is what independent parties attest about somebody, weighed by a published policy. A card
          shows every part of it, what is missing and how to close it. Begin with{' '}
          <Link to="/card">our own card</Link>; anybody may search the{' '}
          <Link to="/register">public register</Link>.
        </p>
      </Section>
      <Section title="Addresses">
        <p>The same address is the same record for everyone who may see it:</p>
        <ul>
          <li>
            <code>/entries/ZZ9-0000103-5</code>: an entry
          </li>
          <li>
            <code>/entries/ZZ9-0000103-5/lines/1</code>: its first line
          </li>
        </ul>
      </Section>
      <Section title="Verify without this node">
        <p>
          Save a receipt or a signed file, then <a href="/verify">verify it in the browser</a>, or run:
        </p>
        <pre className="note-text">portolan verify credential-12.receipt.json</pre>
      </Section>
      <Section title="Keyboard">
        <p>
          Tab moves from value to value and from link to link, Enter opens where a value comes from, Escape
          leads back to it. The first Tab on each page offers to skip to the content.
        </p>
      </Section>
    </Page>
  );
}
