/** The mark: a pane of leaded glass with its top piece lit. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b4a44" />
      <path d="M16 3.9 21.5 9.4 16 14.9 10.5 9.4Z" fill="#f5bd4f" />
      <path d="M9.4 10.5 14.9 16 9.4 21.5 3.9 16Z" fill="#2ba598" />
      <path d="M22.6 10.5 28.1 16 22.6 21.5 17.1 16Z" fill="#6fd3c6" />
      <path d="M16 17.1 21.5 22.6 16 28.1 10.5 22.6Z" fill="#158375" />
    </svg>
  )
}
