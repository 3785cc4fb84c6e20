/** What an Electron command line says. */
export interface CommandLine {
  /** Files to load before the app, from `-r FILE` (Playwright's loader comes this way). */
  readonly preloads: readonly string[]
  /** Chromium's switches by name; a switch without a value has the empty string. */
  readonly switches: Map<string, string>
  /** The folder, file or archive with the app. */
  readonly appPath: string
}

/** Reads Electron's arguments: `[-r FILE] [--switch[=value]] APP [--switch] [argument]`. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const preloads: string[] = []
  const switches = new Map<string, string>()
  const rest: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    if (argument === '-r' || argument === '--require') preloads.push(argv[++i] ?? '')
    else if (!argument.startsWith('--')) rest.push(argument)
    // Node reads these itself, see the shell script beside this file.
    else if (!argument.startsWith('--inspect')) {
      const [name = '', ...value] = argument.slice(2).split('=')
      switches.set(name, value.join('='))
    }
  }
  return { preloads, switches, appPath: rest[0] ?? '.' }
}
