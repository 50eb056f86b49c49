#include "core/quickbooks/page.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_cursor.h"
#include "core/quickbooks/plain_records.h"
#include "core/quickbooks/read.h"

namespace sidebill::quickbooks {

namespace {

using Names = std::array<std::string_view, 2>;
/// Where a record stands in an answer; written only when something is wrong there.
struct RecordPath {
  const std::string& list;
  std::optional<std::size_t> at;

  std::string text() const { return at ? list + "/" + std::to_string(*at) : list; }
};

/// A record stands next, under a name that is wanted, at this place of the answer.
using TakeRecord = FunctionRef<void(JsonCursor& in, std::string_view name, const RecordPath& path)>;

/// Finds the records of an answer: under the name of their kind in the answer itself, in the result of a
/// query, in the parts of a change list.
class PageWalk {
 public:
  PageWalk(std::string_view body, const Names& wanted, Issues& issues, TakeRecord take)
      : in_(body), wanted_(wanted), issues_(issues), take_(take) {}

  std::size_t walk() {
    in_.each_member([&](std::string_view name) { visit_root(name); });
    auto issue = in_.finish();
    if (!issue) return rows_;
    issues_.push_back(*std::move(issue));
    return 0;
  }

 private:
  bool is_next(Json::Kind kind) { return in_.kind() == kind; }

  void visit_root(std::string_view name) {
    if (name == "QueryResponse") return visit_query();
    if (name == "CDCResponse") return visit_changes();
    if (is_wanted(name)) visit_records(name, "/" + std::string(name));
  }

  void visit_query() {
    const std::string path = "/QueryResponse";
    if (is_next(Json::Kind::array) || !is_container(path, "object")) return;
    in_.each_member([&](std::string_view name) {
      const std::size_t before = items_;
      if (is_wanted(name))
        visit_records(name, path + "/" + std::string(name));
      else if (is_next(Json::Kind::array))
        in_.each_item([&] { ++items_; });
      rows_ += items_ - before;
    });
  }

  void visit_changes() {
    const std::string path = "/CDCResponse";
    if (!is_list(path)) return;
    std::size_t at = 0;
    in_.each_item([&] {
      const std::string change = path + "/" + std::to_string(at++) + "/QueryResponse";
      if (!is_next(Json::Kind::object)) return;
      in_.each_member([&](std::string_view name) {
        if (name == "QueryResponse" && is_list(change)) visit_parts(change);
      });
    });
  }

  void visit_parts(const std::string& path) {
    std::size_t at = 0;
    in_.each_item([&] {
      const std::string part = path + "/" + std::to_string(at++) + "/";
      if (!is_next(Json::Kind::object)) return;
      in_.each_member([&](std::string_view name) {
        if (is_wanted(name)) visit_records(name, part + std::string(name));
      });
    });
  }

  void visit_records(std::string_view name, const std::string& path) {
    const std::string own(
        name);  // a name that is spelled with escapes lasts as long as its value is not read
    if (is_next(Json::Kind::array)) {
      std::size_t at = 0;
      in_.each_item([&] {
        ++items_;
        take_record(own, {path, at++});
      });
    } else if (is_container(path, "object")) {
      take_record(own, {path, {}});
    }
  }

  void take_record(std::string_view name, const RecordPath& path) {
    if (is_next(Json::Kind::object)) return take_(in_, name, path);
    note_instead(path.text(), {{"expected", "object"}});
  }

  /// Of another kind and no null, it is noted as the readers of trees note it.
  bool is_list(const std::string& path) { return is_next(Json::Kind::array) || is_container(path, "array"); }

  bool is_container(const std::string& path, const char* expected) {
    const Json::Kind kind = in_.kind();
    if (kind == Json::Kind::object && std::string_view(expected) == "object") return true;
    if (kind != Json::Kind::null)
      note_instead(path, {{"expected", expected}, {"found", std::string(kind_text(kind))}});
    return false;
  }

  /// Passes the value; if it is JSON at all, it is of another kind than it should be.
  void note_instead(const std::string& path, std::map<std::string, std::string> args) {
    in_.skip();
    if (in_.good()) issues_.push_back(error(Code::field_wrong_type, path, std::move(args)));
  }

  bool is_wanted(std::string_view name) const {
    return !name.empty() && std::find(wanted_.begin(), wanted_.end(), name) != wanted_.end();
  }

  JsonCursor in_;
  const Names& wanted_;
  Issues& issues_;
  const TakeRecord take_;
  std::size_t rows_ = 0, items_ = 0;
};

void set_kind(NamedEntity& entity, std::string_view name) { entity.kind = name; }
template <class Record>
void set_kind(Record&, std::string_view) {}

/// An odd record as a tree, which says what is wrong with it.
template <class Record>
std::optional<Record> read_odd(std::string_view text, const std::string& path, Issues& issues) {
  const auto tree = parse_json(text, issues);
  return tree ? read_record<Record>(Reader(*tree, path, issues)) : std::nullopt;
}

}  // namespace

template <class Record>
std::size_t read_page(std::string_view body, Issues& issues, FunctionRef<void(Record&)> take) {
  const Names names = {page_entity<Record>, other_page_entity<Record>};
  const auto take_one = [&](JsonCursor& in, std::string_view name, const RecordPath& path) {
    const JsonCursor::Place start = in.place();
    std::optional<Record> record(std::in_place);
    if (!read_plain(in, *record)) {
      in.go_back(start);
      const std::string_view text = in.value_text();
      record = in.good() ? read_odd<Record>(text, path.text(), issues) : std::nullopt;
    }
    if (!record) return;
    set_kind(*record, name);
    take(*record);
  };
  return PageWalk(body, names, issues, take_one).walk();
}

template std::size_t read_page<Customer>(std::string_view, Issues&, FunctionRef<void(Customer&)>);
template std::size_t read_page<Item>(std::string_view, Issues&, FunctionRef<void(Item&)>);
template std::size_t read_page<NamedEntity>(std::string_view, Issues&, FunctionRef<void(NamedEntity&)>);

}  // namespace sidebill::quickbooks
