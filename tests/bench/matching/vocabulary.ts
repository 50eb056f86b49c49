// What names of customers are made of, country by country: enough of each that 200,000 of them differ as real ones do.

export interface Country {
  given: readonly string[];
  /** Family names are a beginning and an ending, joined: "Linden" + "hoff". */
  roots: readonly string[];
  endings: readonly string[];
  trades: readonly string[];
  towns: readonly string[];
  forms: readonly string[];
  and: string;
}

const words = (text: string): string[] => text.trim().split(/\s+/);
const phrases = (text: string): string[] => text.split('|').map((phrase) => phrase.trim());

const english: Country = {
  given:
    words(`James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan
    Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret
    Owen Siân Aoife Ciarán Zoë Chloë Graeme Alasdair Fiona Imogen`),
  roots:
    words(`Ash Black Brad Bur Carl Clay Clif Crow Dal Dun East El Fair Far Gar Green Hal Har Hazel Hol Ken King
    Lang Lin Mar Mil More Nor Oak Pem Ray Red Ring Sel Shel Stan Sut Thorn Wake Wal Wes Whit Win Wood`),
  endings: words('ton ford ley well wood field ham worth by man son smith more bridge gate shaw'),
  trades:
    phrases(`Plumbing & Heating|Roofing|Electrical Services|Consulting|Dental Care|Logistics|Auto Repair|Builders|
    Design Studio|Engineering|Landscaping|Insurance Brokers|Capital Partners|Foods|Fire Protection|Medical Supplies|
    Office Furniture|Print & Copy|Security Systems|Software|Solar|Steel Fabrication|Tile & Stone|Transport|Veterinary Clinic|
    Marine|Property Management|Coffee Roasters|Brewing|Catering|Cleaning Services|Window Films`),
  towns:
    words(`Austin Bristol Leeds Dublin Boston Fresno Denver Perth Auckland Cardiff Portland Tulsa Halifax Calgary Reno
    Norwich Galway Savannah Mobile Dayton Omaha Ipswich`),
  forms: phrases('Ltd|Limited|LLC|Inc.|Inc|Corp.|LLP|PLC|Co.|Company|Pty Ltd|L.L.C.'),
  and: '&',
};

const german: Country = {
  given:
    words(`Jürgen Käthe Wolfgang Sabine Günter Ursula Jörg Renate Björn Anneliese Matthias Heike Thorsten Silke Uwe
    Monika Dieter Petra Florian Katharina Lukas Hannelore Bärbel Götz Änne Reinhard Sören Ulrike`),
  roots:
    words(`Acker Bäcker Berg Birken Brand Buch Busch Dürr Eich Eber Falken Fürst Gold Grün Hart Hirsch Höll Hoch
    Kauf Kirch König Krüg Lehn Linden Löw Mühl Neu Ober Pfaff Rosen Röth Sauer Schön Schröd Stein Süß Vogel Wald Weiß Ziegel`),
  endings: words('mann er hoff bach feld hausen berger maier müller stein brunner dorfer lein wald ing'),
  trades:
    phrases(`Dachdeckerei|Bau|Elektrotechnik|Maschinenbau|Spedition|Bäckerei|Metzgerei|Gartenbau|Kältetechnik|
    Messtechnik|Steuerberatung|Möbelwerkstätten|Holzhandel|Fördertechnik|Druckerei|Küchenstudio|Werkzeugbau|Büromöbel|
    Sanitär und Heizung|Hausverwaltung|Immobilien|Automobile|Verpackungen|Gerüstbau|Medizintechnik|Brauerei|Stahlhandel`),
  towns:
    words(`München Köln Düsseldorf Nürnberg Göttingen Lübeck Zürich Wien Salzburg Bregenz Leipzig Würzburg Kassel Ulm
    Osnabrück Tübingen Bern Basel Linz`),
  forms: phrases('GmbH|AG|GmbH & Co. KG|KG|OHG|e.K.|UG (haftungsbeschränkt)|eG|e.V.|Ges.m.b.H.'),
  and: 'und',
};

const french: Country = {
  given:
    words(`François Hélène Jérôme Amélie Benoît Cécile Stéphane Chloé Gaël Zoé Noël Éric Mickaël Agnès Rémi Anaïs Loïc
    Solène Aurélien Inès Thierry Océane Gérard Élodie Maxime Margaux Hervé Bénédicte`),
  roots:
    words(`Beau Bel Bois Bon Bour Cham Char Clé Cour Des Du Fon Gar Gau Gi Han Jou La Le Lé Mar Mau Mon Mou Per Pé
    Pon Rous Sa Thi Vau Ver Vil`),
  endings: words('champ mont ville bert rand reau chaud gnon lier nier seau teau vart vère zac clair quet'),
  trades:
    phrases(`Boulangerie|Pâtisserie|Menuiserie|Électricité|Plomberie|Maçonnerie|Conseil|Façades|Transports|Mécanique|
    Peinture|Énergies|Ingénierie|Cafés|Métallerie|Paysages|Fromagerie|Vignobles|Propreté|Immobilier|Bâtiment|
    Charpentes|Informatique|Équipements Médicaux|Chaudronnerie`),
  towns:
    words(`Orléans Nîmes Besançon Montréal Québec Genève Liège Angoulême Saint-Étienne Évreux Lyon Béziers Bruxelles
    Lausanne Rennes Tours Niort`),
  forms: phrases('SARL|SA|SAS|SASU|EURL|S.A.R.L.|SNC|SCI|& Cie'),
  and: 'et',
};

const spanish: Country = {
  given:
    words(`José María Ángel Lucía Íñigo Begoña Jesús Inés Raúl Mónica Andrés Sofía Joaquín Rocío Óscar Belén Martín
    Verónica Adrián Concepción Tomás Mar Ramón Núria Héctor Asunción Germán Estefanía`),
  roots:
    words(`Fernánd Rodrígu Gonzál Martín Hernánd Gutiérr Sánch Ramír Núñ Ibáñ Jimén Velázqu Domíngu Vázqu Méndi Álvar
    Benít Bermúd Estév Góm Ordóñ Suár Valdiví Zúñig Castañ Peñ Muñi Albarr`),
  endings: words('ez eza es al ano era edo osa arte uelo ueta'),
  trades:
    phrases(`Construcciones|Transportes|Panadería|Instalaciones Eléctricas|Jardinería|Peluquería|Abogados|Asesoría|
    Carpintería|Ferretería|Alimentación|Bodegas|Climatización|Cerámicas|Señalización|Automoción|Papelería|Diseño|
    Ingeniería|Limpiezas|Montañismo|Fontanería|Óptica|Almacenes`),
  towns:
    words(`Málaga Cádiz Córdoba León Ávila Logroño Bogotá Medellín Mérida Querétaro Asunción Cancún Bilbao Gijón Jaén
    Monterrey Rosario`),
  forms: phrases('S.L.|S.A.|SL|SA|S.A. de C.V.|S. de R.L.|SLU|Sociedad Limitada'),
  and: 'y',
};

const italian: Country = {
  given:
    words(`Niccolò Giulia Matteo Chiara Lorenzo Francesca Alessandro Martina Andrea Sara Riccardo Federica Davide
    Valentina Giuseppe Elisa Simone Ilaria Salvatore Noemi Emanuele Beatrice`),
  roots:
    words(`Bell Bian Bor Bru Cal Capp Cas Cor Dam Fab Ferr Fior Gal Gatt Giac Gua Lom Mance Mar Mor Nan Pag Pell
    Per Ricc Ross Sal San Tad Tosc Val Vin Zan`),
  endings: words('ini etti elli one ucci ardi ato esi olo aro isi occo accio enti'),
  trades:
    phrases(`Costruzioni|Trasporti|Panificio|Arredamenti|Impianti|Meccanica|Ceramiche|Autofficina|Consulenza|Vini|
    Tessuti|Gioielli|Edilizia|Elettronica|Caffè|Mobili|Serramenti|Ristorazione|Pelletterie|Marmi|Lavorazioni Qualità`),
  towns: words(
    'Forlì Torino Bologna Genova Perugia Cantù Verona Padova Lecce Modena Siena Lugano Trento Cagliari Pavia',
  ),
  forms: phrases('S.r.l.|SRL|S.p.A.|SpA|S.n.c.|S.a.s.|Srl Unipersonale'),
  and: 'e',
};

const nordic: Country = {
  given:
    words(`Åsa Bjørn Søren Mette Håkan Øystein Märta Jukka Päivi Pelle Gøran Astrid Øivind Malin Þórir Sigrún Anders
    Ragnhild Mikael Kåre Väinö Tuulikki Nils Ingrid Åke Solveig`),
  roots:
    words(`Ander Berg Björk Brat Dahl Ek Erik Fjell Gran Gustaf Hågen Hansen Holm Jørgen Karl Kjær Lind Lund Møll Nord
    Nygård Öst Peder Rasmus Sjö Søren Strand Sund Thor Øster`),
  endings: words('son sen sson ström lund gren qvist gaard by berg vik dal stad stad nen lainen ås'),
  trades:
    phrases(`Bygg|Maskin|Transport|Elektro|Rør og Varme|Måleri|Rådgivning|Eiendom|Skog|Sjömat|Håndverk|Möbler|
    Rakennus|Sähkö|Kontorsmøbler|Revision|Entreprenad|Trädgård|Bryggeri|Båtbyggeri|Regnskap|Städ|Köksinredning`),
  towns:
    words(`Malmö Göteborg Tromsø Ålesund Århus Jyväskylä Västerås Køge Bergen Oulu Umeå Örebro Bodø Reykjavík Oslo
    Helsingør Växjö`),
  forms: phrases('AB|A/S|AS|ApS|Oy|Oyj|ehf.|HB|Ab Oy'),
  and: 'og',
};

const slavic: Country = {
  given:
    words(`Łukasz Małgorzata Jiří Božena Šimon Žaneta Wojciech Zdeněk Růžena Đorđe Čedomir Matúš Ľubica Paweł
    Agnieszka Tomáš Květa Marek Jagoda Ivan Zofia Krešimir Stanisław Bronisław Alžběta`),
  roots:
    words(`Bar Biał Bog Bor Brz Czer Dąb Dvoř Gór Grab Hor Jabł Jur Kow Kráč Krup Lip Malin Mazur Nowa Novot Pavl Piotr
    Rad Sok Svob Tkač Wiśn Wró Zając Žel`),
  endings: words('owski ewski iński ák ek ková ová ović ić czyk ak ny ka ewicz owicz šek'),
  trades:
    phrases(`Budowa|Stolarstwo|Usługi Transportowe|Piekarnia|Elektromontáž|Stavby|Zámečnictví|Nábytek|Pojištění|Zahrada|
    Księgowość|Łożyska|Narzędzia|Pivovar|Autoservis|Tiskárna|Meble|Okna i Drzwi|Instalacje|Potraviny|Dřevo|Źródła`),
  towns:
    words(`Łódź Gdańsk Kraków Wrocław Poznań Brno Plzeň Žilina Košice Ostrava Šibenik Čačak Zagreb Liberec Rzeszów
    Opole Niš`),
  forms: phrases('sp. z o.o.|Sp. z o.o.|S.A.|s.r.o.|a.s.|d.o.o.|Sp. j.|v.o.s.'),
  and: 'i',
};

const dutch: Country = {
  given:
    words(`Daniël Anouk Joost Femke Björn Renée Sjoerd Marijke Pieter Lieke Thijs Saskia Ruud Noëlle Jeroen Wietske
    Maarten Ilse Hendrik Roos Geert Zoë`),
  roots: phrases(
    'van Dijk|de Bo|van den Ber|Ver|Hoog|Schoen|Kui|Brou|van der Me|de Gro|Jans|Dek|Hui|Sme|Post|Kamp|Wil',
  ),
  endings: words('er ers en ens ink huis stra ma man broek wijk meer sen akker beek lands pers'),
  trades:
    phrases(`Bouw|Installatietechniek|Schilderwerken|Bakkerij|Hoveniers|Advies|Verhuizingen|Financiën|Bloemen|Keukens|
    Scheepswerf|Transport|Makelaardij|Metaal|Drukkerij|Techniek|Dakbedekking|Zuivel|Ijzerwaren|Café`),
  towns: words(
    'Utrecht Eindhoven Groningen Gent Antwerpen Haarlem Zwolle Delft Breda Tilburg Leiden Oostende Assen Knokke',
  ),
  forms: phrases('B.V.|BV|N.V.|NV|VOF|V.O.F.|Holding B.V.|BVBA|C.V.'),
  and: 'en',
};

const portuguese: Country = {
  given:
    words(`João Conceição Luís Antônia Júlio Fátima Vítor Lígia Cláudio Mônica Simão Assunção Márcio Débora Otávio Letícia
    Caetano Flávia Sebastião Íris Gonçalo Ana`),
  roots:
    words(`Albuqu Alm Azev Bar Cam Carv Cout Fagund Ferr Fig Gonç Guim Magalh Mor Nog Olivei Pinh Que Res Rib Sant
    Silv Teix Vasc Vei Xav`),
  endings: words('eira edo alho ães inho oso ão ela es eiro ida os ana onça'),
  trades:
    phrases(`Construções|Comércio de Alimentos|Padaria|Instalações|Soluções|Peças|Móveis|Confecções|Serviços Gerais|
    Contabilidade|Elétrica|Refrigeração|Cerâmica|Transportes|Farmácia|Óleos|Gráfica|Materiais de Construção|Café`),
  towns: words(
    'Lisboa Porto Coimbra Évora Florianópolis Brasília Goiânia Maceió Curitiba Braga Belém Maringá Sintra',
  ),
  forms: phrases('Ltda|Lda.|S.A.|ME|EIRELI|Ltda.|SGPS'),
  and: 'e',
};

/** English-speaking customers are the most frequent, as in the books of most users. */
export const countries: readonly Country[] = [
  english,
  english,
  english,
  english,
  german,
  german,
  french,
  spanish,
  italian,
  nordic,
  slavic,
  dutch,
  portuguese,
];

/** Parts of coined names: "Nevotrix", "Calumed". */
export const coined = {
  first:
    words(`Acu Aero Agri Alto Apex Arca Argo Astra Atla Auro Bio Bri Cali Caro Cel Cera Cine Cira Cobal Cora Cyber
    Dela Dexa Dyna Eco Elo Enov Equi Eura Exa Fari Feno Flexi Fluo Fora Geo Giga Glo Halo Helio Hydro Ideo Ino Inter Juno
    Kali Kino Kora Lumi Luxa Mag Mari Medi Mero Micro Mira Moda Nano Neo Neva Nexa Nova Octa Omni Opti Orbi Oxi Pala Pera
    Pira Pola Prima Quan Quira Rada Rega Riva Sana Sele Siga Sino Sola Sono Stella Syn Taro Tele Terra Tora Tri Ultra
    Uni Vala Vela Vera Vibra Vita Viva Xeno Zen Zira`),
  middle: words(
    'ba ca co da de do fi ga gi ko la le li lo ma mi mo na ne no pa po ra re ri ro sa so ta ti to va ve vi zo',
  ),
  last: words(`cor dex dyne fab fix flow form gen gon graph lab lane line link logic loop med metrics mont net nix nova
    pharm plan plex point port quest rent scan sense soft sphere star stream tech tec tek tion trade trix tron vance vent
    via vision ware wave works xia zon`),
};

export const extras = {
  groups: words('Group Holding International Services Systems Solutions Partners Industries Trading Europe'),
  branches: phrases('Head Office|Warehouse|Accounts|Branch|North|South|Ost|Nord|Filiale|2|II'),
  titles: phrases('Dr.|Prof.|Mrs|Mr.|Ing.|Dipl.-Ing.|Mag.'),
  initials: 'ABCDEFGHJKLMNPRSTVW',
};
