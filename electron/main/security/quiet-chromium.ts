/** Chromium's own habits of using the network, switched off. */
import type { CommandLine } from 'electron'

/** Each switch stops something Chromium does by itself; the last one makes sure of it. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['disable-features', 'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter'],
  // No name is ever looked up. The development server is on this machine.
  ['host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost'],
]

/** Must run before the app is ready. */
export function quietChromium(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of SWITCHES) commandLine.appendSwitch(name, value)
}
