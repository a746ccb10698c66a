/** A state in words with who moves next. */
export function StateLine({ words, whoMoves }: { words: string; whoMoves: string }) {
  return (
    <span className="state-line">
      <strong>{words}</strong>
      {whoMoves && <span className="muted"> Next: {whoMoves}</span>}
    </span>
  );
}
