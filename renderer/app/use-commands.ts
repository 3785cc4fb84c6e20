/** What menu and shortcuts ask of the window. */
import { useHotkeys } from '@mantine/hooks'
import type { MenuCommand } from '../../electron/contract/methods.ts'
import { assertNever } from '../../electron/contract/result.ts'
import { useAppEvent } from '../bridge/use-app-event.ts'
import { useImportActions } from '../import/import-context.ts'
import { useNavigation } from './navigation.tsx'

/** Obeys the menu's commands, and the two search keys that people press without a menu. */
export function useCommands(): void {
  const { show } = useNavigation()
  const { chooseFile } = useImportActions()
  const run = (command: MenuCommand) => {
    switch (command) {
      case 'show-score':
        return show('score')
      case 'show-import':
        return show('import')
      case 'show-leads':
        return show('leads')
      case 'show-monitor':
        return show('monitor')
      case 'new-lead':
        return show('score', 'new-lead')
      case 'find':
        return show('leads', 'find')
      case 'export-leads':
        return show('leads', 'export-leads')
      case 'open-file':
        show('import')
        return chooseFile()
      default:
        return assertNever(command)
    }
  }
  useAppEvent('command', ({ command }) => run(command))
  // The slash is a letter inside an input, and only there; Ctrl+F means search everywhere.
  useHotkeys([['/', () => run('find')]])
  useHotkeys([['mod+F', () => run('find')]], [])
}
