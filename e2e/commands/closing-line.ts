/** The line a test runner ends with, read by people and by CI. */

/** `unit: 12 passed, 0 failed`, with the skipped ones only where there are some. */
export function closingLine(runner: 'unit' | 'e2e', passed: number, failed: number, skipped: number): string {
  return `${runner}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
