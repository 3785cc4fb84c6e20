/** How each band looks and reads; a band is never told apart by colour alone. */
import { type Icon, IconFlame, IconSnowflake, IconSunLow } from '@tabler/icons-react'
import type { Band } from '../../electron/contract/lead.ts'

export const BANDS: readonly Band[] = ['hot', 'warm', 'cold']

export const BAND_LOOK: Readonly<Record<Band, { readonly word: string; readonly Icon: Icon }>> = {
  hot: { word: 'Hot', Icon: IconFlame },
  warm: { word: 'Warm', Icon: IconSunLow },
  cold: { word: 'Cold', Icon: IconSnowflake },
}
