import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHelpCircle } from '@tabler/icons-react'
import { FactsDialog } from '../app/facts-dialog.tsx'
import type { GuideSection } from './guide.tsx'
import classes from './help-link.module.css'

/** Opens the guide where it speaks of what is on screen. */
export function HelpLink({ section }: { readonly section: GuideSection }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="subtle"
        className={classes.link ?? ''}
        leftSection={<IconHelpCircle size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open}
      >
        What does this mean?
      </Button>
      <FactsDialog opened={opened} part="guide" section={section} onClose={close} />
    </>
  )
}
