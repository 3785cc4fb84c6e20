import { Modal, Tabs } from '@mantine/core'
import { useState } from 'react'
import { Guide, type GuideSection } from '../help/guide.tsx'
import { SettingsForm } from '../settings/settings-form.tsx'
import classes from './facts.module.css'
import { Facts } from './facts.tsx'

const PARTS = [
  { part: 'facts', label: 'Model and data' },
  { part: 'settings', label: 'Monitor settings' },
  { part: 'guide', label: 'Guide' },
] as const

type Part = (typeof PARTS)[number]['part']

interface FactsDialogProps {
  readonly opened: boolean
  /** What it opens with. */
  readonly part?: Part
  /** Where the guide opens. */
  readonly section?: GuideSection
  readonly onClose: () => void
}

/** What there is to know about model and data, what can be decided, and what the monitor's words mean. */
export function FactsDialog({ opened, part = 'facts', section, onClose }: FactsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Model, settings and guide"
      classNames={{ title: classes.dialogTitle ?? '' }}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {/* Mounted with the dialog, so that it opens with its first part each time. */}
      <Parts first={part} section={section} />
    </Modal>
  )
}

interface PartsProps {
  readonly first: Part
  readonly section: GuideSection | undefined
}

function Parts({ first, section }: PartsProps) {
  const [part, setPart] = useState<Part>(first)
  return (
    <Tabs
      value={part}
      keepMounted={false}
      onChange={(value) => setPart(PARTS.find(({ part: name }) => name === value)?.part ?? 'facts')}
    >
      <Tabs.List className={classes.parts ?? ''}>
        {PARTS.map(({ part: name, label }) => (
          <Tabs.Tab key={name} value={name}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="facts">
        <Facts />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <SettingsForm />
      </Tabs.Panel>
      <Tabs.Panel value="guide">
        <Guide section={section} />
      </Tabs.Panel>
    </Tabs>
  )
}
