/** The mark: a leaded pane, its brightest piece pointing up. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b4a44" />
      <path d="M5 5h10.2v9.4L5 20.6z" fill="#2ba598" />
      <path d="M16.8 5H27v7.6l-10.2 6.2z" fill="#62cabd" />
      <path d="M5 22.6l10.2-6.2V27H5z" fill="#0f766e" />
      <path d="M16.8 20.8L27 14.6V27H16.8z" fill="#f2b84b" />
    </svg>
  )
}
