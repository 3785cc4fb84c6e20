import type { PageTarget } from './page-target.ts'

/** What an open dialog is asked for. */
export interface PickOptions {
  readonly properties?: readonly string[]
  readonly filters?: readonly { readonly extensions: readonly string[] }[]
}

/** Chromium's own file dialog, opened from an input that is never shown; only where there is a window. */
export async function pickFiles(page: PageTarget, options: PickOptions): Promise<string[]> {
  const extensions = (options.filters ?? []).flatMap((filter) => filter.extensions)
  const wish = {
    multiple: options.properties?.includes('multiSelections') ?? false,
    accept: extensions.includes('*') ? '' : extensions.map((extension) => `.${extension}`).join(),
  }
  const { result } = await page.send('Runtime.evaluate', {
    expression: `(${askForFiles})(${JSON.stringify(wish)})`,
    awaitPromise: true,
    userGesture: true,
  })
  if (!result.objectId) return []
  const { result: properties } = await page.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  })
  const paths: string[] = []
  for (const property of properties) {
    const { objectId } = property.value ?? {}
    if (!/^\d+$/.test(property.name) || !objectId) continue
    paths.push((await page.send('DOM.getFileInfo', { objectId })).path)
  }
  return paths
}

/** Runs in the page. */
function askForFiles(wish: { multiple: boolean; accept: string }): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', ...wish })
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}
