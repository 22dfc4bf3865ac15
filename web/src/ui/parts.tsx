/** Small parts every screen uses. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../words/index.js";
import { Check, Close } from "./icons.js";

interface PickProps {
  on: boolean;
  onPick(): void;
  children: ComponentChildren;
  label?: string;
}

/** One of several big buttons. */
export function Pick({ on, onPick, children, label }: PickProps) {
  return (
    <button
      type="button"
      class={`pick${on ? " on" : ""}`}
      aria-pressed={on}
      aria-label={label}
      onClick={onPick}
    >
      {children}
      {on && (
        <span class="tick">
          <Check />
        </span>
      )}
    </button>
  );
}

export function Chip({ on, onPick, children }: PickProps) {
  return (
    <button type="button" class={`chip${on ? " on" : ""}`} aria-pressed={on} onClick={onPick}>
      {children}
    </button>
  );
}

/** 0 to 10, none chosen to begin with. */
export function Levels({
  value,
  label,
  onPick,
}: {
  value: number | null;
  label: string;
  onPick(level: number): void;
}) {
  return (
    <div class="levels" role="group" aria-label={label}>
      {Array.from({ length: 11 }, (_, level) => (
        <button
          type="button"
          key={level}
          aria-pressed={value === level}
          onClick={() => onPick(level)}
        >
          {level}
        </button>
      ))}
    </div>
  );
}

/** A dialog over the page; Escape and the cross close it, and focus goes back where it was. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose(): void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-inside">
        <div class="sheet-top">
          <h2 id={id}>{title}</h2>
          <button type="button" class="close" aria-label={t("close")} onClick={onClose}>
            <Close />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

/** A row with a switch. */
export function Switch({
  on,
  onTurn,
  children,
}: {
  on: boolean;
  onTurn(on: boolean): void;
  children: ComponentChildren;
}) {
  return (
    <label class="line">
      <span>{children}</span>
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
    </label>
  );
}

/** A screen's own headline; focus goes there when the screen changes, so that it is read out. */
export function Screen({
  title,
  children,
  wide,
}: {
  title: string;
  children: ComponentChildren;
  wide?: boolean;
}) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} – Unknot`;
    if (document.querySelector("dialog[open]") === null)
      main.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <main class={`column${wide ? " wide" : ""}`} ref={main} tabIndex={-1} aria-label={title}>
      {children}
    </main>
  );
}
