/** Entry of the command line: `npm run -s leadlight -- COMMAND`. */

// ONNX Runtime reports its use over the network unless this is in the process's own environment before it loads.
process.env.ORT_DISABLE_TELEMETRY = '1'

// better-sqlite3 ends an older Node without a word.
if (Number(process.versions.napi) < 10) {
  process.stderr.write(`error: Node ${process.version} is too old for Leadlight; use Node 24.\n`)
  process.exit(1)
}

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))

export {}
