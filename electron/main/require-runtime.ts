/** better-sqlite3 needs this version of Node-API; in an older runtime it ends the process without a word. */
const NEEDED_NODE_API = 10

/** Why this runtime cannot run the app, or null. */
export function runtimeProblem(versions: { readonly napi?: string; readonly node: string }): string | null {
  if (Number(versions.napi) >= NEEDED_NODE_API) return null
  return `Leadlight cannot run on Node ${versions.node}: it needs Node 24 or Electron 45.`
}

/** Ends the process with a sentence instead of a crash later. */
export function requireRuntime(): void {
  const problem = runtimeProblem(process.versions)
  if (problem === null) return
  process.stderr.write(`error: ${problem}\n`)
  process.exit(1)
}
