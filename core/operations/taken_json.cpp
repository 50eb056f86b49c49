#include "core/operations/taken_json.h"

namespace sidebill {

namespace {

constexpr NameKind kinds[] = {NameKind::customer, NameKind::vendor, NameKind::employee, NameKind::planned};

std::optional<NameKind> kind_of_text(std::string_view text) {
  for (const NameKind kind : kinds) {
    if (kind_text(kind) == text) return kind;
  }
  return std::nullopt;
}

}  // namespace

std::string_view kind_text(NameKind kind) {
  switch (kind) {
    case NameKind::customer: return "customer";
    case NameKind::vendor: return "vendor";
    case NameKind::employee: return "employee";
    case NameKind::planned: break;
  }
  return "planned";
}

Json taken_json(const TakenName& name) {
  return Json::object()
      .set("kind", Json::string(kind_text(name.kind)))
      .set("id", Json::string(name.id))
      .set("active", Json::boolean(name.active))
      .set("display_name", Json::string(name.display_name))
      .set("parent_id", Json::string(name.parent_id));
}

Json taken_list_json(const std::vector<TakenName>& names) {
  Json list = Json::array();
  for (const TakenName& name : names) list.items.push_back(taken_json(name));
  return list;
}

std::vector<TakenName> read_taken(const Reader& reader, Name member) {
  std::vector<TakenName> names;
  reader.each(member, [&](const Reader& one) {
    const auto kind = kind_of_text(one.text_or("kind"));
    if (!kind) {
      one.note(Code::field_missing, "kind");
      return;
    }
    names.push_back({*kind, one.text_or("id"), one.boolean_or("active", true), one.text_or("display_name"),
                     one.text_or("parent_id")});
  });
  return names;
}

}  // namespace sidebill
