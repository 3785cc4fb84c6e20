import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { DriftRequest } from '../../../electron/contract/drift.ts'
import { call } from '../../bridge/call.ts'
import { failureToast } from '../../ui/failure-toast.ts'
import { PLAIN_MENU } from '../../ui/plain-menu.ts'
import { useToast } from '../../ui/toasts.tsx'
import classes from '../monitor.module.css'

const FORMATS = [
  { format: 'html', label: 'Web page, to read and pass on (HTML)' },
  { format: 'pdf', label: 'Document, to print (PDF)' },
  { format: 'csv', label: 'The numbers, for a spreadsheet (CSV)' },
] as const

type Format = (typeof FORMATS)[number]['format']

/** Writes what is shown to a file the user chooses. */
export function SaveReport({ request }: { readonly request: DriftRequest }) {
  const toast = useToast()
  const { mutate, isPending } = useMutation({
    mutationFn: (format: Format) => call('saveReport', { request, format }),
    onSuccess: (written) => {
      // Null: the user closed the dialog.
      if (written) toast({ tone: 'done', text: `The report was written to ${written.fileName}.` })
    },
    onError: (thrown) => toast(failureToast(thrown)),
  })
  return (
    <Menu position="bottom-end" {...PLAIN_MENU}>
      <Menu.Target>
        <Button
          variant="default"
          className={classes.atEnd ?? ''}
          loading={isPending}
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Save report
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => mutate(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
