import mark from '../../resources/icons/leadlight.svg'

/** The app's own icon: a pane of leaded glass with a beam in it. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return <img src={mark} width={size} height={size} alt="" />
}
