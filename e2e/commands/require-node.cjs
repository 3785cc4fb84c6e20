// Loaded before each command: an older Node cannot read TypeScript, and would end without a word when the database opens.
if (!process.features.typescript || Number(process.versions.napi) < 10) {
  console.error(
    `error: Node ${process.version} is too old; Leadlight's commands need Node 24. On Linux "npm ci" brings it and "npm run" uses it.`,
  )
  process.exit(1)
}
