/**
 * Every menu's settings: inside the landmark it belongs to, and without the placeholder that Mantine focuses first. By
 * default screen readers meet it outside of everything, with a child that is no item.
 */
export const PLAIN_MENU = { withinPortal: false, withInitialFocusPlaceholder: false } as const
