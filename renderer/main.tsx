/** The window's entry. */
import '@mantine/core/styles.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { shareStyleNonce } from './theme/style-nonce.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// Before anything renders: the first dialog's scroll lock asks for the nonce.
shareStyleNonce()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
