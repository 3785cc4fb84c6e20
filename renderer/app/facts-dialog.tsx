import { Modal, Tabs } from '@mantine/core'
import { useState } from 'react'
import { SettingsForm } from '../settings/settings-form.tsx'
import classes from './facts.module.css'
import { Facts } from './facts.tsx'

type Part = 'facts' | 'settings'

interface FactsDialogProps {
  readonly opened: boolean
  /** What it opens with. */
  readonly part?: Part
  readonly onClose: () => void
}

/** What there is to know about model and data, and what can be decided. */
export function FactsDialog({ opened, part = 'facts', onClose }: FactsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Settings, model and data"
      classNames={{ title: classes.dialogTitle ?? '' }}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {/* Mounted with the dialog, so that it opens with its first part each time. */}
      <Parts first={part} />
    </Modal>
  )
}

function Parts({ first }: { readonly first: Part }) {
  const [part, setPart] = useState<Part>(first)
  return (
    <Tabs
      value={part}
      keepMounted={false}
      onChange={(value) => setPart(value === 'settings' ? 'settings' : 'facts')}
    >
      <Tabs.List className={classes.parts ?? ''}>
        <Tabs.Tab value="facts">Model and data</Tabs.Tab>
        <Tabs.Tab value="settings">Monitor settings</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="facts">
        <Facts />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <SettingsForm />
      </Tabs.Panel>
    </Tabs>
  )
}
