#include "core/billing/preflight_text.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"

namespace sidebill {

namespace {

/// More than these help nobody to find the place.
constexpr std::size_t named_characters = 10;

std::vector<std::string> each_once(const std::vector<OutsideLatin1>& found) {
  std::vector<std::string> characters;
  for (const OutsideLatin1& one : found) {
    if (characters.size() == named_characters) break;
    const bool known = std::find(characters.begin(), characters.end(), one.character) != characters.end();
    if (!known) characters.push_back(one.character);
  }
  return characters;
}

std::string latin1_suggestion(const std::string& text) {
  std::string suggestion = toward_latin1(text);
  return outside_latin1(suggestion).empty() ? suggestion : "";
}

}  // namespace

void check_length(const std::string& text, std::size_t limit, const std::string& path, Issues& issues) {
  const std::size_t length = code_points(text);
  if (length <= limit) return;
  issues.push_back(error(Code::text_too_long, path,
                         {{"limit", std::to_string(limit)}, {"length", std::to_string(length)}}));
}

void check_latin1(const std::string& text, const Company& company, const std::string& path, Issues& issues) {
  if (!company.us_latin1) return;
  const std::vector<OutsideLatin1> found = outside_latin1(text);
  if (found.empty()) return;
  issues.push_back(
      error(Code::text_outside_latin1, path,
            {{"characters", join(each_once(found), " ")}, {"suggestion", latin1_suggestion(text)}}));
}

void check_text(const std::string& text, std::size_t limit, const Company& company, const std::string& path,
                Issues& issues) {
  check_length(text, limit, path, issues);
  check_latin1(text, company, path, issues);
}

void check_name_characters(const std::string& name, const std::string& path, Issues& issues) {
  const std::size_t at = name.find_first_of(":\t\n\r");
  if (at == std::string::npos) return;
  const std::string character = name[at] == ':' ? ":" : name[at] == '\t' ? "tab" : "line break";
  issues.push_back(error(Code::customer_name_character, path, {{"character", character}}));
}

}  // namespace sidebill
