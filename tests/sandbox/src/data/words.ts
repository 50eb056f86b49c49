// Word lists the cast is put together from.

export const companyFirst = [
  'Alder', 'Anchor', 'Beacon', 'Birchwood', 'Blue Ridge', 'Bright', 'Cascade', 'Cedar', 'Clearwater', 'Copper',
  'Crescent', 'Eastgate', 'Elm Street', 'Evergreen', 'Falcon', 'Granite', 'Harbor', 'Hazel', 'Highland', 'Iron Gate',
  'Juniper', 'Keystone', 'Lakeside', 'Lantern', 'Maple', 'Meridian', 'Millbrook', 'Northwind', 'Oakfield', 'Orchard',
  'Pacific', 'Pioneer', 'Quarry', 'Redwood', 'Riverside', 'Rowan', 'Saltmarsh', 'Sierra', 'Silver Birch', 'Summit',
  'Sunrise', 'Tidewater', 'Union', 'Valley', 'Westbrook', 'Willow',
] as const;

export const companySecond = [
  'Analytics', 'Bakery', 'Builders', 'Catering', 'Clinic', 'Consulting', 'Dental Care', 'Design Studio', 'Electric',
  'Engineering', 'Farms', 'Fitness', 'Foods', 'Freight', 'Furniture', 'Graphics', 'Hardware', 'Hotels', 'Insurance',
  'Kitchens', 'Landscaping', 'Legal', 'Logistics', 'Manufacturing', 'Marketing', 'Media', 'Motors', 'Optics', 'Outdoor',
  'Packaging', 'Pharmacy', 'Plumbing', 'Print', 'Realty', 'Robotics', 'Roofing', 'Security', 'Software', 'Solar',
  'Systems', 'Textiles', 'Travel', 'Veterinary', 'Windows',
] as const;

export const companyEnding = ['', '', '', ' Inc.', ' LLC', ' Co.', ' Group', ' & Sons', ' Partners', ' Ltd'] as const;

/** Names as they really come: accents, apostrophes, ampersands, commas, quotes, digits first, letters beyond Latin-1. */
export const awkwardCompanies = [
  "O'Brien & Daughters", "Dukes' Basketball Camp", 'Café Société', 'Müller & Söhne GmbH', 'Ångström Instruments',
  'Crème de la Crème Pâtisserie', 'Núñez Hermanos', "D'Angelo's Pizza & Pasta", 'Smith, Jones & Co.', 'AT&S Wiring',
  '3M Repair Shop', 'Señor Taco', 'Fjällräven Outfitters', 'Æther Labs', 'Łódź Metalworks', '東京デザイン',
  'Kraków Cloud Sp. z o.o.', 'The "Original" Diner', 'A-1 Towing', 'Élan Vital', 'Brøgger Maritime', 'São Bento Coffee',
] as const;

export const firstNames = [
  'Alice', 'Amara', 'André', 'Anna', 'Ben', 'Björn', 'Carla', 'Chloé', 'Daniel', 'Diego', 'Elena', 'Emma', 'Fatima',
  'François', 'Grace', 'Hannah', 'Hugo', 'Ines', 'Ivan', 'Jack', 'Jana', 'José', 'Karin', 'Kenji', 'Laura', 'Leo',
  'Liam', 'Lucía', 'Marta', 'Mateo', 'Mia', 'Nadia', 'Noah', 'Olga', 'Omar', 'Paula', 'Priya', 'Quinn', 'Renée',
  'Rosa', 'Sam', 'Sofia', 'Stella', 'Tariq', 'Thomas', 'Uma', 'Victor', 'Wei', 'Yara', 'Zoë',
] as const;

export const lastNames = [
  'Anderson', 'Becker', 'Bennett', 'Brown', 'Castillo', 'Chen', "D'Souza", 'Dubois', 'Evans', 'Fischer', 'Ferreira',
  'García', 'Gupta', 'Hansen', 'Hernández', 'Ito', 'Jackson', 'Jensen', 'Johnson', 'Kaplan', 'Khan', 'Kowalski', 'Lee',
  'López', 'Marino', 'Martin', 'Meyer', 'Müller', 'Murphy', 'Nguyen', "O'Connor", 'Olsen', 'Patel', 'Peterson',
  'Ramírez', 'Roberts', 'Rossi', 'Santos', 'Schmidt', 'Silva', 'Smith', 'Suzuki', 'Taylor', 'Torres', 'Tremblay',
  'Turner', 'Walker', 'Weber', 'Williams', 'Young',
] as const;

export const jobTitles = [
  'Accounts Payable', 'CEO', 'CFO', 'Controller', 'Facilities Manager', 'Head of Operations', 'IT Director',
  'Marketing Lead', 'Office Manager', 'Owner', 'Procurement', 'Project Manager',
] as const;

export const streets = [
  'Main St', 'Oak Ave', 'Market St', 'Lake Dr', 'Hill Rd', 'Station Rd', '2nd Ave', 'Cedar Ln', 'Industrial Pkwy',
  'Park Blvd', 'Church St', 'Mill Rd',
] as const;

/** City, state, first postal code. States without sales tax (OR, MT) are in it on purpose. */
export const usCities = [
  ['San Francisco', 'CA', '94105'], ['Los Angeles', 'CA', '90012'], ['San Diego', 'CA', '92101'],
  ['New York', 'NY', '10001'], ['Buffalo', 'NY', '14201'], ['Austin', 'TX', '78701'], ['Dallas', 'TX', '75201'],
  ['Seattle', 'WA', '98101'], ['Spokane', 'WA', '99201'], ['Portland', 'OR', '97201'], ['Helena', 'MT', '59601'],
  ['Denver', 'CO', '80202'], ['Chicago', 'IL', '60601'], ['Miami', 'FL', '33101'], ['Boston', 'MA', '02108'],
  ['Phoenix', 'AZ', '85001'],
] as const;

export const caCities = [
  ['Toronto', 'ON', 'M5H 2N2'], ['Ottawa', 'ON', 'K1P 1J1'], ['Montréal', 'QC', 'H2Y 1C6'], ['Québec', 'QC', 'G1R 2B5'],
  ['Vancouver', 'BC', 'V6B 1A1'], ['Calgary', 'AB', 'T2P 1J9'], ['Halifax', 'NS', 'B3H 1W5'],
] as const;

export const worldCities = [
  ['Berlin', '', '10115', 'Germany', 'EUR'], ['Lyon', '', '69001', 'France', 'EUR'], ['Madrid', '', '28001', 'Spain', 'EUR'],
  ['Milano', '', '20121', 'Italy', 'EUR'], ['Tokyo', '', '100-0001', 'Japan', 'JPY'],
] as const;

/** Stem, what kind of thing it is, and its usual price in dollars. */
export const products = [
  ['Onboarding workshop', 'Service', '1500.00'], ['Consulting hour', 'Service', '175.00'],
  ['Senior consulting hour', 'Service', '240.00'], ['Annual support plan', 'Service', '2400.00'],
  ['Monthly support plan', 'Service', '220.00'], ['Platform licence, per seat', 'Service', '49.00'],
  ['Platform licence, team', 'Service', '399.00'], ['Data migration', 'Service', '3200.00'],
  ['Custom integration', 'Service', '5400.00'], ['On-site training day', 'Service', '1850.00'],
  ['Remote training', 'Service', '650.00'], ['Design review', 'Service', '480.00'], ['Site survey', 'Service', '325.00'],
  ['Installation', 'Service', '290.00'], ['Preventive maintenance visit', 'Service', '210.50'],
  ['Emergency call-out', 'Service', '395.00'], ['Travel, per mile', 'Service', '0.67'], ['Project management', 'Service', '135.00'],
  ['Label printer', 'NonInventory', '349.99'], ['Barcode scanner', 'NonInventory', '189.00'],
  ['Receipt paper, box of 50', 'NonInventory', '62.40'], ['Touch terminal 15"', 'NonInventory', '899.00'],
  ['Cash drawer', 'NonInventory', '129.95'], ['Mounting kit', 'NonInventory', '38.25'],
  ['Cable, Cat6, per metre', 'NonInventory', '1.35'], ['Rack cabinet 12U', 'NonInventory', '415.00'],
  ['Access point', 'NonInventory', '219.00'], ['Network switch 24 port', 'NonInventory', '529.00'],
  ['Security camera', 'Inventory', '164.90'], ['Motion sensor', 'Inventory', '44.75'], ['Smart lock', 'Inventory', '229.00'],
  ['Control panel', 'Inventory', '612.00'], ['Solar panel 410 W', 'Inventory', '187.30'], ['Inverter 8 kW', 'Inventory', '1490.00'],
  ['Battery module', 'Inventory', '2780.00'], ['Roof bracket', 'Inventory', '12.85'],
] as const;

export const productVariants = ['', ' - Basic', ' – Plus', ' (2026)'] as const;
