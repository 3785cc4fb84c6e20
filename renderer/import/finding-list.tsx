import type { Finding } from '../../electron/contract/importing.ts'
import classes from './import.module.css'

/** What was found out about a file, one sentence each. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.column ?? ''} ${finding.message}`} data-code={finding.code}>
          {finding.message}
        </li>
      ))}
    </ul>
  )
}
