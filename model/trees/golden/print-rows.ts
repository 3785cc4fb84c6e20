/**
 * Prints golden rows for other programs: `node print-rows.ts ROWS SEED discrete|continuous`.
 * Float32, little-endian, row by row: the features, then the label.
 */
import { makeGoldenRows } from './golden-rows.ts'

const [rows = '', seed = '', kind = ''] = process.argv.slice(2)
const { matrix, labels } = makeGoldenRows(Number(rows), Number(seed), kind === 'discrete')
const width = matrix.columns + 1
const table = new Float32Array(matrix.rows * width)
for (let row = 0; row < matrix.rows; row += 1) {
  table.set(matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns), row * width)
  table[row * width + matrix.columns] = labels[row] ?? 0
}
process.stdout.write(new Uint8Array(table.buffer))
