/** Loaded before a program, in all its threads: its clock stands DAYS_AGO days back. Of Date, what reads the clock. */
const backMs = Number(process.env.DAYS_AGO) * 86_400_000
const SystemDate = Date
const now = () => SystemDate.now() - backMs

globalThis.Date = class extends SystemDate {
  constructor(...parts) {
    if (parts.length === 0) super(now())
    else super(...parts)
  }

  static now() {
    return now()
  }
}
