/** The nonce under which this page may add style elements. */

declare global {
  /** Read by `get-nonce`, which the scroll lock under Mantine's dialogs asks. */
  var __webpack_nonce__: string | undefined
}

/** The nonce main wrote into the page; the policy refuses every style element without it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/** Hands the nonce to the scroll lock of dialogs, the one library Mantine does not hand it to. */
export function shareStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce()
}
