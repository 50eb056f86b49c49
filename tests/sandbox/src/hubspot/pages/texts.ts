// The few words of the record pages, in three UI languages. Hooks never depend on them; that is the point.

export type Language = 'en' | 'de' | 'ja';

export interface Texts {
  objects: Record<string, string>;
  labels: Record<string, string>;
}

const EN: Texts = {
  objects: {
    '0-1': 'Contacts',
    '0-2': 'Companies',
    '0-3': 'Deals',
    '0-8': 'Line items',
    '0-53': 'Invoices',
    '0-101': 'Payments',
  },
  labels: {
    overview: 'Overview',
    activities: 'Activities',
    actions: 'Actions',
    about: 'About this record',
    add: 'Add',
    attachments: 'Attachments',
    highlights: 'Data highlights',
    note: 'Note',
    email: 'Email',
    meeting: 'Meeting',
    empty: 'Nothing here yet',
    more: 'More details',
    search: 'Search HubSpot',
    all: 'All records',
    missing: 'This record cannot be found',
    name: 'Name',
    amount: 'Amount',
    stage: 'Stage',
    owner: 'Owner',
    closedate: 'Close date',
    currency: 'Currency',
    phone: 'Phone number',
    title: 'Job title',
    domain: 'Company domain name',
    city: 'City',
    status: 'Status',
    due: 'Due date',
    balance: 'Balance due',
    number: 'Number',
    date: 'Date',
    loading: 'Loading',
  },
};

const DE: Texts = {
  objects: {
    '0-1': 'Kontakte',
    '0-2': 'Unternehmen',
    '0-3': 'Deals',
    '0-8': 'Artikel',
    '0-53': 'Rechnungen',
    '0-101': 'Zahlungen',
  },
  labels: {
    overview: 'Übersicht',
    activities: 'Aktivitäten',
    actions: 'Aktionen',
    about: 'Über diesen Datensatz',
    add: 'Hinzufügen',
    attachments: 'Anhänge',
    highlights: 'Wichtige Daten',
    note: 'Notiz',
    email: 'E-Mail',
    meeting: 'Meeting',
    empty: 'Noch nichts vorhanden',
    more: 'Mehr Details',
    search: 'HubSpot durchsuchen',
    all: 'Alle Datensätze',
    missing: 'Dieser Datensatz wurde nicht gefunden',
    name: 'Name',
    amount: 'Betrag',
    stage: 'Phase',
    owner: 'Zuständiger Mitarbeiter',
    closedate: 'Abschlussdatum',
    currency: 'Währung',
    phone: 'Telefonnummer',
    title: 'Position',
    domain: 'Unternehmensdomain',
    city: 'Stadt',
    status: 'Status',
    due: 'Fälligkeitsdatum',
    balance: 'Offener Betrag',
    number: 'Nummer',
    date: 'Datum',
    loading: 'Wird geladen',
  },
};

const JA: Texts = {
  objects: {
    '0-1': 'コンタクト',
    '0-2': '会社',
    '0-3': '取引',
    '0-8': '商品項目',
    '0-53': '請求書',
    '0-101': '支払い',
  },
  labels: {
    overview: '概要',
    activities: 'アクティビティー',
    actions: 'アクション',
    about: 'このレコードについて',
    add: '追加',
    attachments: '添付ファイル',
    highlights: 'データハイライト',
    note: 'メモ',
    email: 'Eメール',
    meeting: 'ミーティング',
    empty: 'まだ何もありません',
    more: '詳細',
    search: 'HubSpotを検索',
    all: 'すべてのレコード',
    missing: 'レコードが見つかりません',
    name: '名前',
    amount: '金額',
    stage: 'ステージ',
    owner: '担当者',
    closedate: 'クローズ日',
    currency: '通貨',
    phone: '電話番号',
    title: '役職',
    domain: '会社のドメイン名',
    city: '市区町村',
    status: 'ステータス',
    due: '期日',
    balance: '未払い残高',
    number: '番号',
    date: '日付',
    loading: '読み込み中',
  },
};

const ALL: Record<Language, Texts> = { en: EN, de: DE, ja: JA };

export function textsOf(language: Language): Texts {
  return ALL[language];
}

/** `?lang=` first, then the cookie, else English. */
export function languageOf(query: string | undefined, cookies: string | undefined): Language {
  const asked = query ?? /(?:^|;\s*)hubspot-ui-lang=([a-z]{2})/.exec(cookies ?? '')?.[1];
  return asked === 'de' || asked === 'ja' ? asked : 'en';
}
