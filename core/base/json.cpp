#include "core/base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace sidebill {
namespace {

/// Of a repeated name the last value counts, at the place of the first.
void keep_last_of_repeated(std::vector<JsonMember>& members) {
  std::vector<std::size_t> order(members.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return members[a].first < members[b].first; });

  std::vector<bool> superseded(members.size(), false);
  for (std::size_t i = 0; i < order.size();) {
    std::size_t last = i;
    while (last + 1 < order.size() && members[order[last + 1]].first == members[order[i]].first) {
      superseded[order[++last]] = true;
    }
    if (last > i) members[order[i]].second = std::move(members[order[last]].second);
    i = last + 1;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (superseded[i]) continue;
    if (kept != i) members[kept] = std::move(members[i]);
    ++kept;
  }
  members.resize(kept);
}

/// Builds a Json out of the events of nlohmann's parser, which is never asked for a tree of its own: numbers
/// keep their digits, and limits are enforced before memory is taken. `false` stops the parser.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(const JsonLimits& limits) : limits_(limits) {}

  Json root;
  std::optional<Issue> issue;

  bool null() override { return put(Json{}); }
  bool boolean(bool value) override { return put(Json::boolean(value)); }
  bool number_integer(number_integer_t value) override { return put_digits(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put_digits(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& digits) override { return put_digits(digits); }
  bool string(string_t& value) override { return put_text(Json::Kind::string, std::move(value)); }
  bool binary(binary_t&) override { return refuse(Code::json_unreadable, {}); }  // JSON texts have none

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool key(string_t& name) override {
    open_.back()->members.push_back({std::move(name), Json{}});
    return true;
  }
  bool end_object() override {
    keep_last_of_repeated(open_.back()->members);
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override {
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
    return refuse(Code::json_unreadable, {{"at", std::to_string(at)}});
  }

 private:
  bool refuse(Code code, std::map<std::string, std::string> args) {
    issue = error(code, "", std::move(args));
    return false;
  }

  bool put_text(Json::Kind kind, std::string text) {
    Json value;
    value.kind = kind;
    value.text = std::move(text);
    return put(std::move(value));
  }
  bool put_digits(std::string digits) { return put_text(Json::Kind::number, std::move(digits)); }

  bool put(Json value) {
    if (++values_ > limits_.max_values) {
      return refuse(Code::json_too_large, {{"limit", std::to_string(limits_.max_values)}});
    }
    *place() = std::move(value);
    return true;
  }

  bool open(Json container) {
    if (open_.size() >= limits_.max_depth) {
      return refuse(Code::json_too_deep, {{"limit", std::to_string(limits_.max_depth)}});
    }
    if (++values_ > limits_.max_values) {
      return refuse(Code::json_too_large, {{"limit", std::to_string(limits_.max_values)}});
    }
    Json* const target = place();
    *target = std::move(container);
    open_.push_back(target);
    return true;
  }

  /// Where the next value belongs: the root, a new element, or the member whose name just came.
  Json* place() {
    if (open_.empty()) return &root;
    Json& parent = *open_.back();
    if (parent.is_object()) return &parent.members.back().second;
    return &parent.items.emplace_back();
  }

  JsonLimits limits_;
  std::size_t values_ = 0;
  // Each points into the one before it, at its last child, and only the last one grows: none is ever moved.
  std::vector<Json*> open_;
};

/// What is wrong with the bytes before any of them is parsed.
std::optional<Issue> refused_bytes(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.max_bytes) {
    return error(Code::json_too_large, "", {{"limit", std::to_string(limits.max_bytes)}});
  }
  if (!is_valid_utf8(text)) return error(Code::text_not_utf8, "");
  // The parser takes a NUL for the end of its input and would not look at what comes after it.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) return error(Code::json_unreadable, "", {{"at", std::to_string(nul)}});
  return std::nullopt;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, Issues& issues, JsonLimits limits) {
  auto issue = refused_bytes(text, limits);
  Builder builder(limits);
  if (!issue) {
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    issue = std::move(builder.issue);
  }
  if (issue) {
    issues.push_back(*std::move(issue));
    return std::nullopt;
  }
  return std::move(builder.root);
}

}  // namespace sidebill
