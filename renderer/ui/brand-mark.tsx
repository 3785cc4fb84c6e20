import { useId } from 'react'

/** The mark, as in `resources/icons/leadlight.svg`: a pane of leaded glass with a beam in it. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  const pane = useId()
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <clipPath id={pane}>
        <rect x="3" y="3" width="26" height="26" rx="5" />
      </clipPath>
      <rect width="32" height="32" rx="7.5" fill="#0b3f3a" />
      <g clipPath={`url(#${pane})`}>
        <path d="M0 0H12.4L9.4 9.6L0 13.6z" fill="#62cabd" />
        <path d="M0 15.9L8.6 12.2L3.4 28.6L0 32z" fill="#2ba598" />
        <path d="M14.6 0H32V6.6L5.4 28.6z" fill="#f6bd4f" />
        <path d="M32 9.3V32H27.4L19.6 19.6z" fill="#1f8f84" />
        <path d="M17.8 21.1L24.8 32H4.6z" fill="#14695f" />
      </g>
    </svg>
  )
}
