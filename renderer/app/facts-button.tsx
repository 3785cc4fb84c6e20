import { UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconInfoCircle } from '@tabler/icons-react'
import { useManifest } from './app-info-context.tsx'
import classes from './facts.module.css'
import { FactsDialog } from './facts-dialog.tsx'

/** At the foot of the navigation: which model is at work; opens what there is to know about it. */
export function FactsButton() {
  const { name, version } = useManifest()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <UnstyledButton className={classes.button} onClick={open} aria-haspopup="dialog">
        <span className="visually-hidden">Model and data, settings, guide</span>
        <IconInfoCircle size={18} stroke={1.7} aria-hidden />
        <span className={classes.buttonText}>
          <span className={classes.buttonName}>{name}</span>
          <span className={classes.buttonNote}>Version {version}</span>
        </span>
        <span className={classes.buttonShort}>About</span>
      </UnstyledButton>
      <FactsDialog opened={opened} onClose={close} />
    </>
  )
}
