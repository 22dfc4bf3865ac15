/** Pictures of tools, so that nobody has to know what their roller is called. */

import type { JSX } from "preact";

function Picture({ children }: { children: JSX.Element | JSX.Element[] }) {
  return (
    <svg
      viewBox="0 0 64 44"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
    >
      {children}
    </svg>
  );
}

const cylinder = "M14 9h36c5 0 8 6 8 13s-3 13-8 13H14";

function Cylinder({ end }: { end: JSX.Element }) {
  return (
    <>
      <path d={cylinder} />
      <ellipse cx="14" cy="22" rx="8" ry="13" />
      {end}
    </>
  );
}

const SoftRoller = () => (
  <Picture>
    <Cylinder end={<path d="M30 16c4 2 10 2 14 0M30 28c4-2 10-2 14 0" opacity=".5" />} />
  </Picture>
);
const FirmRoller = () => (
  <Picture>
    <Cylinder end={<ellipse cx="14" cy="22" rx="3.500" ry="6" fill="currentColor" />} />
  </Picture>
);
const bumps = [28, 37, 46].flatMap((x) => [15, 22, 29].map((y) => [x, y] as const));
const BumpyRoller = () => (
  <Picture>
    <Cylinder
      end={
        <g fill="currentColor" stroke="none">
          {bumps.map(([x, y]) => (
            <circle key={`${x}${y}`} cx={x} cy={y} r="2.400" />
          ))}
        </g>
      }
    />
  </Picture>
);
const Stick = () => (
  <Picture>
    <rect x="16" y="17" width="32" height="10" rx="3" />
    <path d="M24 17v10M32 17v10M40 17v10" />
    <rect x="4" y="18.500" width="12" height="7" rx="3.500" fill="currentColor" />
    <rect x="48" y="18.500" width="12" height="7" rx="3.500" fill="currentColor" />
  </Picture>
);
const SoftBall = () => (
  <Picture>
    <circle cx="32" cy="22" r="15" />
    <path d="M20 13c5 5 5 13 0 18M44 13c-5 5-5 13 0 18" />
  </Picture>
);
const HardBall = () => (
  <Picture>
    <circle cx="32" cy="22" r="13" fill="currentColor" />
    <path d="M26 16c1.500-2 4-3 6-3" stroke="var(--card)" />
  </Picture>
);

/** The six cards of the first screen, by the catalogue's own ids. */
export const cards = [
  ["soft_roller", SoftRoller],
  ["firm_roller", FirmRoller],
  ["textured_roller", BumpyRoller],
  ["massage_stick", Stick],
  ["soft_ball", SoftBall],
  ["lacrosse_ball", HardBall],
] as const;

export type CardId = (typeof cards)[number][0];
