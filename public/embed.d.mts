/** A frame of a story, or of a part of it, has been made ready, is of another height, or says what the reader opened. */
export interface BackgrounderEvents {
  "backgrounder:ready": CustomEvent<{ story: string; panel: "story" | "faq" | "timeline" | "reactions" | "comments" }>;
  /** In pixels. */
  "backgrounder:height": CustomEvent<{ height: number }>;
  /** The id of a part of the story, as in its address: `faq-toll`, `actor-se`, `event-opening-2025`; empty for none. */
  "backgrounder:select": CustomEvent<{ id: string }>;
}

declare global {
  interface HTMLElementEventMap extends BackgrounderEvents {}
  interface DocumentEventMap extends BackgrounderEvents {}
}

/** Puts a panel into an element; it is loaded when it is near. `title` names the frame for those who do not see it. */
export function mount(place: Element, address: string, title: string): HTMLIFrameElement;

/** Opens a part of a story in a frame and scrolls to it. */
export function open(frame: HTMLIFrameElement, id: string): void;
