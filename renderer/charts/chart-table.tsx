import { Table } from '../ui/table.tsx'

/** A chart in figures: a row per place of the axis. */
export interface ChartFacts {
  /** Of the first column, then of the others. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The figures of a chart as a table. */
export function ChartTable({ label, facts }: { readonly label: string; readonly facts: ChartFacts }) {
  const [first = '', ...others] = facts.columns
  return (
    <Table label={label} steady columns={[{ title: first }, ...others.map((title) => ({ title }))]}>
      {facts.rows.map(([name = '', ...figures]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {figures.map((figure, index) => (
            <td key={others[index]} data-look="figures">
              {figure}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
