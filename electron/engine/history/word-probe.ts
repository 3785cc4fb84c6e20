/**
 * Tells which of some leads hold the words of a search without asking the search index, which would go through every
 * lead that holds them: the few are indexed in memory, by the same tokenizer, and asked the same.
 */
import type { ReadHandle } from './connection.ts'

/** Those of the leads `ids` that hold all of `words`. */
export type WordProbe = (words: string, ids: readonly number[]) => ReadonlySet<number>

const CREATE = `CREATE VIRTUAL TABLE IF NOT EXISTS temp.probe USING fts5 (
  name, company, email, title,
  content = '', tokenize = 'unicode61 remove_diacritics 2', detail = none, columnsize = 0
)`

/** A probe over a history; its table is the connection's own and in memory. */
export function createWordProbe(db: ReadHandle): WordProbe {
  const prepare = () => ({
    fill: db.prepare<{ ids: string }>(
      `INSERT INTO temp.probe (rowid, name, company, email, title)
       SELECT id, name, company, email, title FROM prediction WHERE id IN (SELECT value FROM json_each(:ids))`,
    ),
    find: db
      .prepare<{ words: string }, number>('SELECT rowid FROM temp.probe WHERE probe MATCH :words')
      .pluck(),
    empty: db.prepare("INSERT INTO temp.probe (probe) VALUES ('delete-all')"),
  })
  let prepared: ReturnType<typeof prepare> | null = null
  return (words, ids) => {
    // Each time: a transaction that was rolled back has taken the table with it.
    db.exec(CREATE)
    prepared ??= prepare()
    prepared.fill.run({ ids: JSON.stringify(ids) })
    const found = new Set(prepared.find.all({ words }))
    prepared.empty.run()
    return found
  }
}
