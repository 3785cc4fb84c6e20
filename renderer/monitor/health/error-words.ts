/** Codes of failed scorings in words. */

const WORDS: Readonly<Record<string, string>> = {
  disk_full: 'The disk was full',
  disk_error: 'The disk reported an error',
  engine_stopped: 'A part of Leadlight stopped unexpectedly',
  history_busy: 'Another program held the history',
  data_folder_in_use: 'Another program held the history',
  data_folder_not_writable: 'The data folder could not be written',
  history_damaged: 'The history was damaged',
  model_damaged: 'A file of the model was damaged',
  model_scores: 'The model gave other scores than it should',
  model_too_large: 'A file of the model was too large',
  model_output: 'The model gave no usable score',
  model_incomplete: 'Files of the model were missing',
  model_manifest: 'The model’s description could not be read',
  model_unreadable: 'The model could not be opened',
  stopped: 'Leadlight was closed meanwhile',
  cancelled: 'Stopped by somebody',
  unexpected: 'An error in Leadlight itself',
}

/** What a code stands for; a code without words is shown as it is, readable. */
export function errorWords(code: string): string {
  return WORDS[code] ?? sentenceCase(code.replaceAll('_', ' '))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
