// Faults out of JSON and XML bodies.
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/quickbooks/fault_text.h"
#include "core/quickbooks/faults.h"

namespace sidebill::quickbooks {

namespace {

/// Sentences are shown to people; nobody reads more than this.
constexpr std::size_t longest_sentence = 1000;

std::string sentence(std::string_view text) {
  return first_code_points(replace_invalid_utf8(text.substr(0, longest_sentence * 4)), longest_sentence);
}

/// "003001" and "3001" are one code, which the message of the gateway names too.
std::string code_text(std::string code, const std::string& message) {
  if (code.empty()) code = word_after(message, "errorCode=");
  const std::size_t digits = code.find_first_not_of('0');
  return first_code_points(digits == std::string::npos ? code : code.substr(digits), 20);
}

Fault read_fault(const Reader& error, bool upper, const std::string& type) {
  Fault fault;
  fault.message = sentence(error.text_or(upper ? "Message" : "message"));
  fault.detail = sentence(error.text_or(upper ? "Detail" : "detail"));
  fault.element = sentence(error.text_or("element"));
  fault.code = code_text(error.id("code").value_or(""), fault.message);
  fault.type = type;
  return fault;
}

/// QuickBooks writes these names in upper case, its gateway in lower case.
std::vector<Fault> json_faults(const Json& body) {
  Issues unread;  // a fault that is half readable still is one
  const Reader answer(body, "", unread);
  const bool upper = answer.exists("Fault");
  const Reader holder = answer.object(upper ? "Fault" : "fault");
  const std::string type = sentence(holder.text_or("type"));
  std::vector<Fault> faults;
  holder.each(upper ? "Error" : "error",
              [&](const Reader& error) { faults.push_back(read_fault(error, upper, type)); });
  const bool unnamed = faults.empty() && (upper || answer.exists("fault"));
  if (unnamed) faults.push_back({"", "", "", "", type});
  return faults;
}

/// The value of an attribute in the inside of a start tag: (` code="2020"`, "code") -> "2020".
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string mark = " " + std::string(name) + "=";
  const std::size_t found = tag.find(mark);
  if (found == std::string_view::npos || found + mark.size() >= tag.size()) return "";
  const std::string_view rest = tag.substr(found + mark.size());
  const std::size_t end = rest.find(rest.front(), 1);
  const bool quoted = rest.front() == '"' || rest.front() == '\'';
  return quoted && end != std::string_view::npos ? sentence(xml_text(rest.substr(1, end - 1))) : "";
}

/// The text of the first element of this name.
std::string element_text(std::string_view xml, std::string_view name) {
  const std::size_t tag = xml.find("<" + std::string(name) + ">");
  if (tag == std::string_view::npos) return "";
  const std::string_view rest = xml.substr(tag + name.size() + 2);
  return sentence(xml_text(rest.substr(0, rest.find('<'))));
}

Fault xml_fault(std::string_view error, const std::string& type) {
  const std::string_view tag = error.substr(0, error.find('>'));
  Fault fault;
  fault.message = element_text(error, "Message");
  fault.detail = element_text(error, "Detail");
  fault.element = attribute(tag, "element");
  fault.code = code_text(attribute(tag, "code"), fault.message);
  fault.type = type;
  return fault;
}

/// `<Fault type=".."><Error code=".." element=".."><Message>..</Message><Detail>..</Detail></Error></Fault>`
std::vector<Fault> xml_faults(std::string_view xml) {
  constexpr std::size_t most_faults = 100;
  const std::size_t start = xml.find("<Fault");
  if (start == std::string_view::npos) return {};
  xml.remove_prefix(start);
  xml = xml.substr(0, xml.find("</Fault>"));
  const std::string type = attribute(xml.substr(0, xml.find('>')), "type");
  std::vector<Fault> faults;
  std::size_t at = xml.find("<Error");
  while (at != std::string_view::npos && faults.size() < most_faults) {
    const std::size_t next = xml.find("<Error", at + 1);
    faults.push_back(xml_fault(xml.substr(at, next == std::string_view::npos ? next : next - at), type));
    at = next;
  }
  if (faults.empty()) faults.push_back({"", "", "", "", type});
  return faults;
}

}  // namespace

std::vector<Fault> read_faults(const Json& body) { return json_faults(body); }

std::vector<Fault> read_faults(std::string_view body) {
  const std::size_t start = body.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  if (body[start] == '<') return xml_faults(body);
  Issues unread;
  const auto json = parse_json(body, unread);
  return json ? json_faults(*json) : std::vector<Fault>{};
}

}  // namespace sidebill::quickbooks
