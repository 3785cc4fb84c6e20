/** Skills as they stand on profiles, in English and French. */
export const skillNames: readonly string[] = [
  'Project Management', 'Management', 'Leadership', 'Microsoft Office', 'Negotiation', 'Public Speaking', 'Strategy',
  'Business Development', 'Key Account Management', 'Team Management', 'Customer Relations', 'Data Analysis', 'Python',
  'Java', 'SQL', 'Research', 'Microsoft Excel', 'Communication', 'Marketing Strategy', 'Digital Marketing', 'Photoshop',
  'Corporate Law', 'Intellectual Property', 'Contract Negotiation', 'Legal Research', 'Arbitration', 'Start-ups',
  'Entrepreneurship', 'Financial Analysis', 'Due Diligence', 'Private Equity', 'Event Planning', 'Social Media',
  'Content Strategy', 'Copywriting', 'Teaching', 'Scientific Writing', 'Machine Learning', 'Software Architecture',
  'Agile Methodologies', 'Product Management', 'Human Resources', 'Recruiting', 'Coaching', 'Journalism', 'Editing',
  'Gestion de projet', 'Droit des affaires', 'Relations publiques', 'Stratégie d’entreprise', 'Conduite du changement',
  'Communication institutionnelle', 'Travail d’équipe', 'Rédaction', 'Anglais des affaires', 'Comptabilité',
  'Développement commercial', 'Formation professionnelle', 'Gestion d’équipe', 'Veille stratégique',
] // biome-ignore format: one line per word would hide the list's size
