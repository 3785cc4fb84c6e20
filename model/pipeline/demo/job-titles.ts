/** Job titles in English and French, by the words a model may notice in them. */

export type TitleKind =
  | 'none'
  | 'founder'
  | 'techFounder'
  | 'director'
  | 'marketingDirector'
  | 'manager'
  | 'marketingManager'
  | 'salesManager'
  | 'techLead'
  | 'marketing'
  | 'tech'
  | 'sales'
  | 'english'
  | 'french'
  | 'student'

/** Invented titles; each list's words set just the flags its kind is named after. */
export const titlesByKind: Readonly<Record<Exclude<TitleKind, 'none'>, readonly string[]>> = {
  founder: ['CEO', 'Founder', 'Co-founder', 'Founder & CEO', 'CEO & Founder', 'Co-Founder & COO', 'Co-founder and partner', 'Founder and consultant', 'CEO France', 'Présidente & Founder'],
  techFounder: ['CTO', 'CTO & Co-founder', 'Co-founder & CTO', 'Founder and software engineer', 'Group CTO'],
  director: ['Director', 'Managing Director', 'Operations Director', 'VP Operations', 'Vice President, Finance', 'Director of Studies', 'Art Director', 'Director of Public Affairs', 'VP Strategy', 'HR Director'],
  marketingDirector: ['Marketing Director', 'VP Marketing', 'CMO & Vice President'],
  manager: ['Project Manager', 'Product Manager', 'Office Manager', 'Account Manager', 'Head of Operations', 'Head of Legal', 'Customer Success Lead', 'Key Account Manager', 'Program Manager', 'Community Manager', 'Risk Manager', 'HR Manager', 'Manager – audit financier', 'Product Lead', 'Head of Innovation'],
  marketingManager: ['Marketing Manager', 'Head of Growth', 'Growth Manager', 'Product Marketing Manager', 'Digital Marketing Manager'],
  salesManager: ['Sales Manager', 'Head of Sales', 'Business Development Manager'],
  techLead: ['Lead Developer', 'Engineering Manager & Developer', 'Lead Data Engineer', 'Tech Lead, Software Architect', 'Head of Data Engineer team'],
  marketing: ['Chargée de marketing digital', 'Marketing Specialist', 'Responsable marketing', 'Growth Hacker', 'Directrice marketing', 'Marketing & Communication', 'Assistant marketing en alternance'],
  tech: ['Software Engineer', 'Data Engineer', 'Full Stack Developer', 'Senior Software Engineer', 'Solutions Architect', 'Cloud Architect', 'Web Developer', 'DevOps Engineer', 'Machine Learning Engineer', 'Front-end Developer', 'Research Engineer'],
  sales: ['Sales Executive', 'Business Development Representative', 'Inside Sales', 'Sales Development Representative', 'Business Development'],
  english: ['Consultant', 'Senior Consultant', 'Lawyer', 'Partner', 'Associate', 'Analyst', 'Data Analyst', 'Data Scientist', 'Researcher', 'Policy Officer', 'Journalist', 'Attorney at Law', 'Postdoctoral Researcher', 'UX Designer', 'Freelance Translator', 'Board Member', 'Investment Analyst', 'Executive Assistant', 'Chief Revenue Officer', 'Legal Counsel', 'Lecturer', 'Talent Acquisition Specialist'],
  french: ['Avocat', 'Avocate associée', 'Avocat à la Cour', 'Consultante senior', 'Chef de projet', 'Cheffe de projet digital', 'Chargé de mission', 'Chargée de communication', 'Directeur des ventes', 'Directrice générale', 'Directeur administratif et financier', 'Gérant', 'Gérante', 'Ingénieur logiciel', 'Ingénieure d’études', 'Enseignant-chercheur', 'Maître de conférences', 'Professeure agrégée', 'Responsable des ressources humaines', 'Responsable juridique', 'Responsable d’agence', 'Journaliste indépendant', 'Doctorante en droit', 'Architecte d’intérieur', 'Juriste', 'Conseiller en gestion de patrimoine', 'Développeur web', 'Développeuse Java', 'Expert-comptable', 'Formatrice indépendante', 'Psychologue du travail', 'Assistante de direction', 'Commissaire d’exposition', 'Secrétaire général', 'Attaché parlementaire', 'Médecin coordinateur', 'Photographe', 'Traductrice'],
  student: ['Student', 'Étudiant', 'Étudiante en droit', 'Étudiante en master', 'Stagiaire', 'Alternante', 'Intern', 'Estudiante', 'Praktikant', 'Student Assistant', 'Stagiaire – études', 'Working student', 'PhD student'],
}

/** What people append to a short title; none of it sets a flag. */
export const titleEndings: readonly string[] = [
  ' | Speaker',
  ' | Conférencière',
  ' & Board Member',
  ' | Mentor',
  ' | Auteur',
  ' – Île-de-France',
  ' | Open to work',
  ' – temps partiel',
  ', EMEA',
  ' | #innovation #impact',
  ' | Helping teams do their best work',
  ' | J’aide les équipes à mieux travailler',
  ' – droit des affaires et propriété intellectuelle',
  ' | Podcast host 🎙️',
  ' | Enseignant à l’université',
]
