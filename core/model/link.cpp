#include "core/model/link.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"

namespace sidebill {

namespace {

/// Realms and ids are digits, types are letters; "(new)" and the like are nobody's id.
bool is_word(const std::string& text) {
  constexpr std::size_t longest = 64;
  const auto fits = [](char letter) {
    const bool digit = letter >= '0' && letter <= '9';
    return digit || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-' ||
           letter == '_';
  };
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), fits);
}

std::optional<Link> parse_link(const std::string& text) {
  const std::vector<std::string> parts = split(text, ':');
  if (parts.size() != 3) return std::nullopt;
  if (!std::all_of(parts.begin(), parts.end(), is_word)) return std::nullopt;
  return Link{parts[0], parts[1], parts[2]};
}

}  // namespace

std::string to_text(const Link& link) { return link.realm + ":" + link.type + ":" + link.id; }

std::vector<Link> parse_links(const std::string& text) {
  std::string listed = text;
  std::replace_if(
      listed.begin(), listed.end(), [](char letter) { return letter == '\n' || letter == '\r'; }, ';');
  std::vector<Link> links;
  for (const std::string& part : split(listed, ';')) {
    const auto link = parse_link(trim(part));
    if (link && std::find(links.begin(), links.end(), *link) == links.end()) links.push_back(*link);
  }
  return links;
}

std::string to_text(const std::vector<Link>& links) {
  std::vector<std::string> texts;
  for (const Link& link : links) texts.push_back(to_text(link));
  return join(texts, ";");
}

bool is_sales_form(const Link& link) {
  return link.type == "Invoice" || link.type == "Estimate" || link.type == "SalesReceipt";
}

std::string form_word(const std::string& type) {
  std::string word = type;
  for (char& letter : word) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return word;
}

}  // namespace sidebill
