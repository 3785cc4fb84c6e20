/** Messages between the preload's world of one page and the main process. */
import { randomUUID } from 'node:crypto'
import { decode, encode } from '../codec.ts'
import type { WorldMessage } from '../worlds/preload-world.ts'
import { ipcMain } from './ipc-main.ts'
import type { PageTarget } from './page-target.ts'

/** Stands where a path will be; nothing else in a message can look like it. */
export const FILE_TOKEN = `/electron-double-file/${randomUUID()}/`

type IpcMessage = Extract<WorldMessage, { kind: 'invoke' | 'send' }>

/** Hands a message to the app's handler and its answer back to the page. */
export async function answerMessage(
  page: PageTarget,
  contextId: number,
  event: object,
  message: IpcMessage,
): Promise<void> {
  const args = decode(await withPaths(page, contextId, message.text)) as unknown[]
  if (message.kind === 'send') {
    ipcMain.emit(message.channel, event, ...args)
    return
  }
  const [ok, text] = await ipcMain.answer(message.channel, event, args).then(
    (value): [boolean, string] => [true, encode(value)],
    (thrown): [boolean, string] => [false, `Error invoking remote method '${message.channel}': ${thrown}`],
  )
  await page.send('Runtime.callFunctionOn', {
    executionContextId: contextId,
    functionDeclaration: '(...args) => __electronDouble.settle(...args)',
    arguments: [message.id, ok, text].map((value) => ({ value })),
  })
}

/** Replaces file tokens by paths, which Chromium tells only the browser's side. */
async function withPaths(page: PageTarget, contextId: number, text: string): Promise<string> {
  let result = text
  for (const [token, index] of text.matchAll(new RegExp(`${FILE_TOKEN}(\\d+)/[^"]*`, 'g'))) {
    const file = await page.send('Runtime.evaluate', {
      expression: `__electronDouble.files[${index}]`,
      contextId,
    })
    if (!file.result.objectId) continue
    const { path } = await page.send('DOM.getFileInfo', { objectId: file.result.objectId })
    result = result.replace(token, JSON.stringify(path).slice(1, -1))
  }
  return result
}
