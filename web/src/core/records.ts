/** Records of the log as docs/formats/journal.md gives them. The core reads and makes them. */

import type { Id, Request, Tool } from "../../../wasm/npm/types/request.js";

export interface JournalRecord {
  id: string;
  person: string;
  kind: string;
  at: string;
  session: string | null;
  knowledge: string | null;
  data: Record<string, unknown>;
}

/** A list replaces the whole list before it; null takes a fact back. */
export interface ProfileData {
  name?: string;
  experience?: "new" | "regular" | "seasoned" | null;
  age?: number | null;
  height_cm?: number | null;
  mass_kg?: number | null;
  floor_transfer?: "easy" | "slow" | "no" | null;
  language?: string | null;
  territory?: string | null;
  at?: readonly string[] | null;
  tools?: readonly Tool[] | null;
  conditions?: NonNullable<Request["conditions"]> | null;
  regular_declined?: boolean | null;
}

export type { Id };
