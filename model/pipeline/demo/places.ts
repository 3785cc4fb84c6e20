/** Where leads and their companies are. */

export type Geography = 'international_hub' | 'regional_hub' | 'other'

export interface Place {
  /** As on a person's profile. */
  readonly location: string
  /** As on a company's page. */
  readonly companyLocation: string
  readonly geography: Geography
}

const place = (geography: Geography) => (location: string, companyLocation: string) => ({
  location,
  companyLocation,
  geography,
})
const international = place('international_hub')
const regional = place('regional_hub')
const elsewhere = place('other')

export const paris = international('Paris, Île-de-France, France', 'Paris, FR')
export const greaterParis = international('Greater Paris Metropolitan Region, France', 'Paris, FR')
export const france = elsewhere('France', 'Paris, FR')

export const internationalHubs: readonly Place[] = [
  international('London, England, United Kingdom', 'London, GB'),
  international('New York, New York, United States', 'New York, US'),
  international('San Francisco Bay Area, United States', 'San Francisco, US'),
  international('Dubai, United Arab Emirates', 'Dubai, AE'),
  international('Singapore', 'Singapore, SG'),
]

export const regionalHubs: readonly Place[] = [
  regional('Lyon, Auvergne-Rhône-Alpes, France', 'Lyon, FR'),
  regional('Greater Lyon Area, France', 'Lyon, FR'),
  regional('Bordeaux, Nouvelle-Aquitaine, France', 'Bordeaux, FR'),
  regional('Toulouse, Occitanie, France', 'Toulouse, FR'),
  regional('Marseille, Provence-Alpes-Côte d’Azur, France', 'Marseille, FR'),
  regional('Lille, Hauts-de-France, France', 'Lille, FR'),
  regional('Nantes, Pays de la Loire, France', 'Nantes, FR'),
  regional('Strasbourg, Grand Est, France', 'Strasbourg, FR'),
  regional('Genève, Suisse', 'Geneva, CH'),
  regional('Bruxelles, Région de Bruxelles-Capitale, Belgique', 'Brussels, BE'),
]

export const otherPlaces: readonly Place[] = [
  elsewhere('Rennes, Bretagne, France', 'Rennes, FR'),
  elsewhere('Montpellier, Occitanie, France', 'Montpellier, FR'),
  elsewhere('Versailles, Île-de-France, France', 'Versailles, FR'),
  elsewhere('Rouen, Normandie, France', 'Rouen, FR'),
  elsewhere('Grenoble, Auvergne-Rhône-Alpes, France', 'Grenoble, FR'),
  elsewhere('Nice, Provence-Alpes-Côte d’Azur, France', 'Nice, FR'),
  elsewhere('Annecy, Auvergne-Rhône-Alpes, France', 'Annecy, FR'),
  elsewhere('Tours, Centre-Val de Loire, France', 'Tours, FR'),
  elsewhere('Dijon, Bourgogne-Franche-Comté, France', 'Dijon, FR'),
  elsewhere('Reims, Grand Est, France', 'Reims, FR'),
  elsewhere('Lisboa, Portugal', 'Lisbon, PT'),
  elsewhere('Porto, Portugal', 'Porto, PT'),
  elsewhere('Barcelona, Catalonia, Spain', 'Barcelona, ES'),
  elsewhere('Madrid, Comunidad de Madrid, España', 'Madrid, ES'),
  elsewhere('Valencia, Comunitat Valenciana, España', 'Valencia, ES'),
  elsewhere('Berlin, Deutschland', 'Berlin, DE'),
  elsewhere('München, Bayern, Deutschland', 'Munich, DE'),
  elsewhere('Köln, Nordrhein-Westfalen, Deutschland', 'Cologne, DE'),
  elsewhere('Milano, Lombardia, Italia', 'Milan, IT'),
  elsewhere('Torino, Piemonte, Italia', 'Turin, IT'),
  elsewhere('Amsterdam, Noord-Holland, Nederland', 'Amsterdam, NL'),
  elsewhere('Antwerpen, Vlaams Gewest, België', 'Antwerp, BE'),
  elsewhere('Luxembourg', 'Luxembourg, LU'),
  elsewhere('Zürich, Schweiz', 'Zurich, CH'),
  elsewhere('Warszawa, Mazowieckie, Polska', 'Warsaw, PL'),
  elsewhere('København, Danmark', 'Copenhagen, DK'),
  elsewhere('Dublin, Ireland', 'Dublin, IE'),
  elsewhere('Montréal, Québec, Canada', 'Montreal, CA'),
  elsewhere('Casablanca-Settat, Maroc', 'Casablanca, MA'),
]
