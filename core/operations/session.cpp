#include "core/operations/session.h"

#include <cstring>

#include "core/operations/basis.h"
#include "core/operations/choices_json.h"
#include "core/operations/compose.h"
#include "core/operations/directory_json.h"
#include "core/operations/documents.h"
#include "core/operations/ingest.h"
#include "core/operations/registry.h"
#include "core/run/wire.h"

namespace sidebill {

/// What a call works on: the request, and where its issues go. nullopt as value means it failed.
struct Exports {
  Session& session;
  const Json& request;
  Issues& issues;

  using Value = std::optional<Json>;

  Reader reader() const { return Reader(request, "", issues); }

  Run* run() const {
    const auto name = reader().required_text("run");
    const auto found = name ? session.runs_.find(*name) : session.runs_.end();
    if (found != session.runs_.end()) return found->second.get();
    if (name) issues.push_back(error(Code::run_unknown, "/run", {{"run", *name}}));
    return nullptr;
  }

  Value open(RunHeader header, std::vector<Entry> entries) const {
    const Operation* operation = find_operation(header.operation);
    if (operation == nullptr) {
      issues.push_back(error(Code::operation_unknown, "/operation", {{"operation", header.operation}}));
      return std::nullopt;
    }
    auto run = std::make_unique<Run>(header, *operation, std::move(entries));
    const bool restart = header.revision != operation->revision && !run->has_written();
    if (restart) {
      header.revision = operation->revision;
      run = std::make_unique<Run>(header, *operation, std::vector<Entry>{});
    }
    session.runs_[header.run] = std::move(run);
    return Json::object()
        .set("run", Json::string(header.run))
        .set("revision", Json::number(std::int64_t{operation->revision}))
        .set("restart", Json::boolean(restart));
  }

  Value start() const {
    auto header = read_header(reader());
    if (!header) return std::nullopt;
    if (const Operation* operation = find_operation(header->operation))
      header->revision = operation->revision;
    return open(std::move(*header), {});
  }

  Value resume() const {
    auto header = read_header(reader().object("header"));
    if (!header) return std::nullopt;
    std::vector<Entry> entries;
    bool readable = true;
    reader().each("entries", [&](const Reader& line) {
      auto entry = read_entry(line);
      readable = readable && entry.has_value();
      if (entry) entries.push_back(std::move(*entry));
    });
    if (!readable) return std::nullopt;  // a journal with a hole must not be replayed
    return open(std::move(*header), std::move(entries));
  }

  Value next() const {
    Run* found = run();
    return found == nullptr ? Value{} : Value{found->next()};
  }

  Value receive() const {
    Run* found = run();
    auto entry = read_entry(reader().object("entry"));
    if (found == nullptr || !entry) return std::nullopt;
    return Json::boolean(found->receive(std::move(*entry)));
  }

  Value release() const {
    const auto name = reader().required_text("run");
    return name ? Value{Json::boolean(session.runs_.erase(*name) > 0)} : Value{};
  }

  Value compose_invoice() const {
    const Json* given = request.find("basis");
    if (given == nullptr) reader().note(Code::field_missing, "basis");
    auto basis = given == nullptr ? std::nullopt : read_basis(*given, issues);
    if (!basis) return std::nullopt;
    if (const Json* picked = request.find("picked"); picked != nullptr && picked->is_object()) {
      add_picked(*basis, *picked, issues);
    }
    std::optional<Choices> choices;
    if (const Json* chosen = request.find("choices"); chosen != nullptr && !chosen->is_null()) {
      choices = read_choices(*chosen, "/choices", issues);
      if (!choices) return std::nullopt;
    }
    return compose_view(*basis, compose(*basis, choices));
  }

  Value ingest() const { return ingest_list(session.directory_, reader()); }
  Value fill() const { return fill_directory(session.directory_, reader()); }

  Value forget() const {
    const auto realm = reader().required_text("realm");
    if (!realm) return std::nullopt;
    session.directory_.forget(*realm);
    return Json::boolean(true);
  }

  Value directory() const {
    const std::string kind = reader().text_or("kind");
    if (kind == "pairs") return session.pairs_.pairs(session.directory_, reader());
    if (kind == "unpaired") return session.pairs_.unpaired(session.directory_, reader());
    return ask_directory(session.directory_, reader());
  }
  Value view_documents() const { return document_views(reader()); }
};

namespace {

struct Export {
  const char* name;
  Exports::Value (Exports::*call)() const;
};

constexpr Export exports[] = {
    {"start", &Exports::start},
    {"resume", &Exports::resume},
    {"next", &Exports::next},
    {"receive", &Exports::receive},
    {"release", &Exports::release},
    {"compose", &Exports::compose_invoice},
    {"ingest", &Exports::ingest},
    {"fill", &Exports::fill},
    {"forget", &Exports::forget},
    {"directory", &Exports::directory},
    {"view_documents", &Exports::view_documents},
};

}  // namespace

std::string Session::invoke(const std::string& name, const std::string& text) {
  Issues issues;
  const auto request = parse_json(text, issues);
  if (!request) return answer_text(std::nullopt, issues);
  for (const Export& candidate : exports) {
    if (name != candidate.name) continue;
    const Exports call{*this, *request, issues};
    const auto value = (call.*candidate.call)();
    return answer_text(value, issues);
  }
  return answer_text(std::nullopt, {error(Code::request_unknown, "", {{"name", name}})});
}

std::size_t Session::take_snapshot() {
  block_ = directory_.snapshot();
  return block_.size() * sizeof(std::uint64_t);
}

void Session::make_room(std::size_t bytes) {
  block_.assign((bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t), 0);
  block_bytes_ = bytes;
}

std::string Session::ingest(const std::string& text) {
  Issues issues;
  const auto request = parse_json(text, issues);
  const auto page = request ? read_page_request(Reader(*request, "", issues)) : std::nullopt;
  if (!page) return answer_text(std::nullopt, issues);
  const std::string_view body(reinterpret_cast<const char*>(block_.data()), block_bytes_);
  const PageRows rows = ingest_page(directory_, *page, body, issues);
  make_room(rows.text.size());
  if (!rows.text.empty()) std::memcpy(block_.data(), rows.text.data(), rows.text.size());
  return answer_text(Json::object()
                         .set("count", Json::number(std::int64_t(rows.count)))
                         .set("after", Json::string(rows.after))
                         .set("bytes", Json::number(std::int64_t(rows.text.size()))),
                     issues);
}

bool Session::restore_snapshot() {
  const bool whole = directory_.restore(block_.data(), block_.size());
  block_ = {};
  return whole;
}

}  // namespace sidebill
