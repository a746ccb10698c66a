import { useMemo } from 'react';
import { encode } from 'uqr';

/** Light around the code, in modules, so that cameras find it (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** A code for the camera, with the same address as text for whoever reads. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = useMemo(() => drawing(address), [address]);
  return (
    <figure className="qr-code">
      <svg
        role="img"
        aria-label={label}
        viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
        width="180"
        height="180"
        shapeRendering="crispEdges"
      >
        <rect x={-QUIET} y={-QUIET} width={size + 2 * QUIET} height={size + 2 * QUIET} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption className="small">
        <a href={address}>{address}</a>
      </figcaption>
    </figure>
  );
}

function drawing(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
