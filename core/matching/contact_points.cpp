#include "core/matching/contact_points.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/matching/word_set.h"

namespace sidebill {

namespace {

/// Where everybody gets an address.
constexpr std::string_view free_domains =
    " gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it "
    "hotmail.es live.com "
    "live.se live.nl live.co.uk msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.ca "
    "yahoo.com.br "
    "yahoo.co.in yahoo.co.jp yahoo.com.tw ymail.com rocketmail.com icloud.com me.com mac.com aol.com "
    "proton.me "
    "protonmail.com pm.me gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.com "
    "mail.ru yandex.ru "
    "yandex.com zoho.com fastmail.com hey.com tutanota.com tuta.io orange.fr wanadoo.fr free.fr laposte.net "
    "sfr.fr "
    "libero.it virgilio.it tiscali.it telia.com bredband.net comhem.se spray.se online.no ziggo.nl "
    "kpnmail.nl planet.nl "
    "uol.com.br bol.com.br terra.com.br ig.com.br seznam.cz wp.pl o2.pl onet.pl interia.pl yahoo.ro qq.com "
    "163.com "
    "126.com sina.com naver.com hanmail.net daum.net hinet.net pchome.com.tw comcast.net verizon.net att.net "
    "sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com sympatico.ca telus.net bigpond.com "
    "optusnet.com.au xtra.co.nz btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com "
    "rediffmail.com ";

/// Desks.
constexpr std::string_view roles =
    " info mail email hello hi contact contacts office team admin administration billing bill accounts "
    "account accounting "
    "accountspayable ap ar payables invoice invoices finance financial sales order orders support help "
    "service services "
    "enquiries inquiries reception post kontakt buero rechnung rechnungen buchhaltung faktura fakturor "
    "ekonomi order "
    "comptabilite facturation contabilidade financeiro contato contabilitate facturi birou contacto "
    "facturacion "
    "administracion hr jobs marketing purchasing procurement branch store shop webmaster noreply ";

/// Where dots in an address do not count.
constexpr std::string_view without_dots = " gmail.com googlemail.com ";

/// Where what follows a plus does not count.
constexpr std::string_view with_tags =
    " gmail.com googlemail.com outlook.com hotmail.com live.com icloud.com me.com mac.com fastmail.com "
    "proton.me "
    "protonmail.com pm.me zoho.com yahoo.com ";

/// What is known of domains and names of mailboxes, for every address that is read.
struct KnownMail {
  WordSet free{free_domains}, desks{roles}, dotless{without_dots}, tagged{with_tags};
};

const KnownMail& known_mail() {
  static const KnownMail known;
  return known;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The number without what is dialled after it: "x53", "ext. 53", "#53".
std::string_view without_extension(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at])) ++digits;
    if (digits >= 6 && (is_letter(text[at]) || text[at] == '#')) return text.substr(0, at);
  }
  return text;
}

}  // namespace

std::string text_of(const MailAddress& mail) { return mail.empty() ? "" : mail.local + "@" + mail.domain; }

MailAddress parse_mail(std::string_view text) {
  if (text.empty()) return {};
  const std::string normal = normal_email(text);
  const std::size_t at = normal.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == normal.size()) return {};
  MailAddress mail{normal.substr(0, at), normal.substr(at + 1), false, false};
  const KnownMail& known = known_mail();
  mail.free = known.free.has(mail.domain);
  if (known.tagged.has(mail.domain)) mail.local = mail.local.substr(0, mail.local.find('+'));
  if (known.dotless.has(mail.domain))
    mail.local.erase(std::remove(mail.local.begin(), mail.local.end(), '.'), mail.local.end());
  mail.role = known.desks.has(mail.local);
  if (mail.local.empty()) return {};
  return mail;
}

std::string phone_digits(std::string_view text) {
  constexpr std::size_t fewest = 6, most = 10;
  std::string digits;
  for (const char c : without_extension(text)) {
    if (is_digit(c)) digits.push_back(c);
  }
  if (digits.size() < fewest) return {};
  return digits.size() > most ? digits.substr(digits.size() - most) : digits;
}

std::string web_domain(std::string_view text) {
  if (text.empty()) return {};
  std::string domain = normal_email(text);
  const std::size_t scheme = domain.find("://");
  if (scheme != std::string::npos) domain.erase(0, scheme + 3);
  if (domain.rfind("www.", 0) == 0) domain.erase(0, 4);
  domain.erase(std::min(domain.size(), domain.find_first_of("/?#:")));
  return domain.find('.') == std::string::npos ? std::string() : domain;
}

}  // namespace sidebill
