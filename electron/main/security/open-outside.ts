/** Links to the web: shown in the user's own browser, after asking. */

/** The two things a link needs of the outside. */
export interface Outside {
  readonly ask: (question: { readonly message: string; readonly detail: string }) => Promise<boolean>
  readonly open: (url: string) => Promise<void>
}

/** Opens an https address in the user's browser if the user agrees. Anything else is ignored. */
export async function openOutside(url: string, outside: Outside): Promise<void> {
  const address = URL.parse(url)
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '') return
  const message = `Open ${address.hostname} in your browser?`
  // The whole address, so that nobody is sent somewhere unseen.
  if (await outside.ask({ message, detail: address.href.slice(0, 500) })) await outside.open(address.href)
}
