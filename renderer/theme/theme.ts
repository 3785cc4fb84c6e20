/** Mantine's theme: the product's scales and its one accent. */
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const lead: MantineColorsTuple = [
  '#e9f7f4',
  '#d6eeea',
  '#addcd4',
  '#81c9be',
  '#5cb9ac',
  '#3fa899',
  '#209184',
  '#0f766e',
  '#0b6059',
  '#084b46',
]

/** Greys with a breath of the accent, so that surfaces and text belong together. */
const dark: MantineColorsTuple = [
  '#e6ecea',
  '#c3cecb',
  '#9dada8',
  '#6f807b',
  '#3b4a46',
  '#2b3734',
  '#1b2422',
  '#161d1b',
  '#111716',
  '#0e1312',
]

const gray: MantineColorsTuple = [
  '#f7f9f8',
  '#eef2f0',
  '#e4eae7',
  '#dde4e1',
  '#c5d0cc',
  '#97a6a1',
  '#6b7b76',
  '#55655f',
  '#33423d',
  '#15211e',
]

export const theme = createTheme({
  primaryColor: 'lead',
  primaryShade: { light: 7, dark: 7 },
  colors: { lead, dark, gray },
  black: '#15211e',
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '7px', md: '7px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 550 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Modal: { styles: { title: { fontWeight: 600 } } },
    Autocomplete: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
  },
})
