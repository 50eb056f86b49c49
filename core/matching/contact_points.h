// E-mail addresses, telephone numbers and web addresses as they are compared.
#pragma once

#include <string>
#include <string_view>

namespace sidebill {

struct MailAddress {
  std::string local;  // as the provider sees it: without "+tag", and at some without dots
  std::string domain;
  bool free = false;  // anybody gets an address there, so the domain says nothing
  bool role = false;  // "info", "billing": a desk, not a person

  bool empty() const { return local.empty(); }
  friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

/// "local@domain"; "" when empty.
std::string text_of(const MailAddress& mail);

/// Empty when it is no e-mail address.
/// Source: Google (dots and plus), Microsoft, Apple, Fastmail and Proton (plus) on their own addresses
MailAddress parse_mail(std::string_view text);

/// The last ten digits at most, without an extension; empty when fewer than six are left. Numbers written
/// with and without the country's code end the same, which is what is compared. Source: ITU-T E.164 (at most
/// 15 digits, of which 10 or fewer tell subscribers of one country apart)
std::string phone_digits(std::string_view text);

/// "https://www.Example.com/about" -> "example.com"; empty when there is no dot in it.
std::string web_domain(std::string_view text);

}  // namespace sidebill
