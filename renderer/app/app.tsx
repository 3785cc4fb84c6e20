import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { toAppError } from '../../electron/contract/result.ts'
import { useAppInfoQuery } from '../bridge/queries.ts'
import { createQueryClient } from '../bridge/query-client.ts'
import { styleNonce } from '../theme/style-nonce.ts'
import { theme } from '../theme/theme.ts'
import { ToastProvider } from '../ui/toasts.tsx'
import { AppInfoProvider } from './app-info-context.tsx'
import { Shell } from './shell.tsx'
import { StartFailure } from './start-failure.tsx'
import { StartViewProvider } from './start-view.tsx'
import { Starting } from './starting.tsx'

/** The whole window: what everything in it stands on, then the frame with its views. */
export function App() {
  const [queryClient] = useState(createQueryClient)
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <StartViewProvider>
            <Gate />
          </StartViewProvider>
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Nothing is shown before main has said what the app is; a refusal then is the whole page. */
function Gate() {
  const app = useAppInfoQuery()
  if (app.isError) {
    return (
      <StartFailure error={toAppError(app.error)} retrying={app.isFetching} onRetry={() => app.refetch()} />
    )
  }
  if (app.isPending) return <Starting />
  return (
    <AppInfoProvider info={app.data}>
      {/* Keyed: what was typed or filtered in one workspace must not show up in the other. */}
      <Shell key={app.data.workspace} />
    </AppInfoProvider>
  )
}
