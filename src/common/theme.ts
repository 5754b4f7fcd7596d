export const THEMES = ['auto', 'light', 'dark'] as const;

/** How a page is coloured; `auto` follows the device. */
export type Theme = (typeof THEMES)[number];
