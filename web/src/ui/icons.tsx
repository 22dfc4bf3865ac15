/** Drawn by hand for this app; all are decoration beside words. */

import type { JSX } from "preact";

function Icon({ children }: { children: JSX.Element | JSX.Element[] }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}

/** A loop that comes undone. */
export const Mark = () => (
  <Icon>
    <path d="M3 17c5 0 5-10 10-10 3 0 4.500 2 4.500 4.500S15.500 16 13 16c-5 0-5-9-10-9" />
    <path d="M19 7h2M19 17h2" />
  </Icon>
);
export const Today = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.500" />
    <path d="M12 7v5l3 2" />
  </Icon>
);
export const Log = () => (
  <Icon>
    <path d="M5 20V10M12 20V4M19 20v-7" />
  </Icon>
);
export const Learn = () => (
  <Icon>
    <path d="M12 6c-2-1.500-5-2-8-2v14c3 0 6 .500 8 2 2-1.500 5-2 8-2V4c-3 0-6 .500-8 2zM12 6v14" />
  </Icon>
);
export const Gear = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);
export const Close = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const Check = () => (
  <Icon>
    <path d="M6 12.500l4 4 8-9" />
  </Icon>
);
export const Play = () => (
  <Icon>
    <path d="M8 5l11 7-11 7z" fill="currentColor" />
  </Icon>
);
export const Share = () => (
  <Icon>
    <path d="M12 15V4M8 8l4-4 4 4M5 13v6h14v-6" />
  </Icon>
);
export const Print = () => (
  <Icon>
    <path d="M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z" />
  </Icon>
);
export const Swap = () => (
  <Icon>
    <path d="M4 8h14l-3-3M20 16H6l3 3" />
  </Icon>
);
export const Minus = () => (
  <Icon>
    <path d="M6 12h12" />
  </Icon>
);
export const Plus = () => (
  <Icon>
    <path d="M6 12h12M12 6v12" />
  </Icon>
);
