/** Parts of invented names of people and companies. No list of real people was used. */

export const firstNames: readonly string[] = [
  'Amaury', 'Beatriz', 'Corentin', 'Dagmar', 'Elspeth', 'Fiorella', 'Gaëtan', 'Hélène', 'Ignacio', 'Jørgen', 'Katarína',
  'Loïc', 'Maëlle', 'Nikolaï', 'Oriane', 'Priscille', 'Quentin', 'Rósa', 'Stéphane', 'Tuulikki', 'Ulrike', 'Vojtěch',
  'Wiebke', 'Xavière', 'Yannick', 'Zélie', 'Anouk', 'Bastien', 'Clémence', 'Dario', 'Eulalie', 'Florian', 'Gwenaëlle',
  'Hugo', 'Inès', 'Joris', 'Lisandro', 'Margaux', 'Noémie', 'Océane',
]

export const surnameStarts: readonly string[] = [
  'Velvet', 'Brindle', 'Pélican', 'Ruisseau', 'Lunar', 'Moulin', 'Larkspur', 'Crow', 'Tourne', 'Oak', 'Winter', 'Hazel',
  'Kestrel', 'Ashgrove', 'Fjell', 'Campo', 'Bären', 'Dune', 'Copper', 'Marron', 'Saffron', 'Thistle', 'Quill', 'Harbour',
  'Juniper', 'Meadow', 'Cloud', 'Silber', 'Étoile', 'Brume',
]

export const surnameEnds: readonly string[] = [
  'reed', 'combe', 'noir', 'delière', 'vert', 'ling', 'march', 'solle', 'hampstead', 'moor', 'thorn', 'by', 'ian',
  'brekken', 'seco', 'feldt', 'fontaine', 'wick', 'mont', 'stone', 'quist', 'berry', 'lac', 'dotter', 'gaard', 'ombre',
]

export const companyStarts: readonly string[] = [
  'Atelier', 'Iron Daisy', 'Delta', 'Kite', 'Foxglove', 'Mistral', 'Harbour Lamp', 'Copper Finch', 'Jardin', 'Lumen',
  'Gruyère', 'Petit Phare', 'Blue Teapot', 'Nordlys', 'Paper Boat', 'Grand Large', 'Seven Owls', 'Clair Matin', 'Tinker',
  'Rouge Gorge', 'Velvet Gear', 'Quiet Comet', 'Bonne Étoile', 'Wild Thyme', 'Lantern', 'Pomme Bleue', 'Salt & Cedar',
]

export const companyEnds: readonly string[] = [
  'Boréal', 'Legal', 'Marmalade', '& Compass', 'Payments', 'Widgets', 'Studio', 'Logistics', 'Numérique', 'Orchard',
  'Cloud', 'Conseil', 'Partners', 'Labs', 'Press', 'Avocats', 'Health', 'Foods', 'Énergies', 'Academy', 'Robotics',
  'Voyages', 'Textiles', 'Records', 'Capital', 'Analytics',
]
