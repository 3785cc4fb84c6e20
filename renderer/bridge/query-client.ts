/** TanStack Query set up for a bridge instead of a network. */
import { QueryClient } from '@tanstack/react-query'

/** Makes the keeper of answers; one for the window. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without 'always', Query waits for the network to come back: this app must work with the cable out.
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        staleTime: Number.POSITIVE_INFINITY,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
