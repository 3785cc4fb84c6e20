import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { type SettingsOptions, settingsOf, withSettingsOptions } from './settings-options.ts'

function settings(...args: string[]) {
  const command = withSettingsOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  return settingsOf(command.parse(args, { from: 'user' }).opts<SettingsOptions>())
}

describe('what is said of a file', () => {
  it('is nothing where no option is given: known leads are scored again, the rest is found out', () => {
    expect(settings()).toEqual({ read: {}, mapping: null, duplicates: 'again', fixes: [] })
  })

  it.each([
    ['--delimiter', ';', { delimiter: ';' }],
    ['--delimiter', 'tab', { delimiter: '\t' }],
    ['--encoding', 'Latin1', { encoding: 'iso-8859-1' }],
    ['--encoding', 'windows-1250', { encoding: 'windows-1250' }],
    ['--sheet', 'Leads 2026', { sheet: 'Leads 2026' }],
    ['--header', 'yes', { header: 1 }],
    ['--header', 'no', { header: 0 }],
    ['--header', '4', { header: 4 }],
    ['--decimal', ',', { decimal: ',' }],
    ['--dates', 'mdy', { dates: 'mdy' }],
    ['--scale', 'llm_engagement=0.01', { scale: { llm_engagement: 'percent' } }],
    ['--scale', 'llm_quality=100', { scale: { llm_quality: 'fraction' } }],
    ['--scale', 'llm_quality=1', { scale: { llm_quality: 'plain' } }],
    ['--scale', 'llm_engagement=percent', { scale: { llm_engagement: 'percent' } }],
  ])('%s %s', (option, value, read) => {
    expect(settings(option, value).read).toEqual(read)
  })

  it('may name the scale of several fields', () => {
    expect(settings('--scale', 'a=1', '--scale', 'b=100').read.scale).toEqual({ a: 'plain', b: 'fraction' })
  })

  it.each([
    ['score', 'again'],
    ['skip', 'skip'],
    ['update', 'update'],
  ])('--duplicates %s', (word, policy) => {
    expect(settings('--duplicates', word).duplicates).toBe(policy)
  })

  it.each([
    ['--delimiter', 'x'],
    ['--encoding', 'klingon'],
    ['--header', '-1'],
    ['--header', 'perhaps'],
    ['--header', ''],
    ['--decimal', "'"],
    ['--dates', 'dym'],
    ['--scale', 'llm_quality=7'],
    ['--scale', 'percent'],
    ['--duplicates', 'merge'],
    ['--map', 'jobtitle'],
  ])('%s "%s" is wrong usage', (option, value) => {
    expect(() => settings(option, value)).toThrow(/invalid/)
  })
})
