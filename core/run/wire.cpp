#include "core/run/wire.h"

#include <algorithm>

namespace sidebill {

namespace {

Json effect_base(std::string_view kind, int step, int turn) {
  return Json::object()
      .set("kind", Json::string(kind))
      .set("step", Json::number(std::int64_t{step}))
      .set("turn", Json::number(std::int64_t{turn}));
}

Json request_json(const Request& request) {
  return Json::object()
      .set("service", Json::string(request.service))
      .set("account", Json::string(request.account))
      .set("method", Json::string(request.method))
      .set("path", Json::string(request.path))
      .set("body", Json::string(request.body))
      .set("content_type", Json::string(request.content_type))
      .set("accept", Json::string(request.accept));
}

struct FailureText {
  Failure failure;
  std::string_view text;
};
constexpr FailureText failure_texts[] = {
    {Failure::offline, "offline"},     {Failure::cut_off, "cut_off"},
    {Failure::timed_out, "timed_out"}, {Failure::not_connected, "not_connected"},
    {Failure::lost, "lost"},           {Failure::too_late, "too_late"},
};

Failure failure_from(std::string_view text) {
  for (const FailureText& row : failure_texts) {
    if (row.text == text) return row.failure;
  }
  return Failure::lost;
}

}  // namespace

Json send_effect(int step, int turn, const Call& call, bool renew,
                 std::optional<std::int64_t> only_until_ms) {
  Json effect = effect_base("send", step, turn);
  effect.set("request", request_json(call.request));
  effect.set("write", Json::boolean(call.repeat != Repeat::read));
  if (renew) effect.set("renew", Json::boolean(true));
  if (only_until_ms) effect.set("only_until_ms", Json::number(*only_until_ms));
  if (!call.keep.list.empty()) {
    Json keep = Json::object()
                    .set("list", Json::string(call.keep.list))
                    .set("body_too", Json::boolean(call.keep.body_too));
    if (!call.keep.home_currency.empty()) keep.set("home_currency", Json::string(call.keep.home_currency));
    if (!call.keep.asked_for.empty()) {
      Json ids = Json::array();
      for (const std::string& id : call.keep.asked_for) ids.items.push_back(Json::string(id));
      keep.set("asked_for", std::move(ids));
    }
    effect.set("keep", std::move(keep));
  }
  effect.set("purpose", Json::string(call.purpose));
  return effect;
}

Json wait_effect(int step, int turn, const Call& call, std::int64_t until_ms) {
  return effect_base("wait", step, turn)
      .set("until_ms", Json::number(until_ms))
      .set("service", Json::string(call.request.service))
      .set("purpose", Json::string(call.purpose));
}

Json ask_effect(int step, const std::string& kind, Json question) {
  question.set("kind", Json::string(kind));
  return effect_base("ask", step, 0).set("question", std::move(question));
}

Json look_effect(int step, const std::string& about, Json question) {
  return effect_base("look", step, 0).set("about", Json::string(about)).set("question", std::move(question));
}

Json now_effect(int step) { return effect_base("now", step, 0); }

bool is_write(const Json& effect) {
  const Json* write = effect.find("write");
  return write != nullptr && write->kind == Json::Kind::boolean && write->truth;
}

std::pair<int, int> step_of(const Json& effect) {
  Issues unread;
  const Reader reader(effect, "", unread);
  return {static_cast<int>(reader.integer("step").value_or(-1)),
          static_cast<int>(reader.integer("turn").value_or(-1))};
}

std::string purpose_of(const Json& effect) {
  Issues unread;
  return Reader(effect, "", unread).text_or("purpose");
}

Request request_of(const Json& effect) {
  Issues unread;
  const Reader reader = Reader(effect, "", unread).object("request");
  Request request;
  request.service = reader.text_or("service");
  request.account = reader.text_or("account");
  request.method = reader.text_or("method");
  request.path = reader.text_or("path");
  request.body = reader.text_or("body");
  request.content_type = reader.text_or("content_type");
  request.accept = reader.text_or("accept");
  return request;
}

Json with_lost(const Json& effect) {
  Json marked = effect;
  marked.set("lost", Json::boolean(true));
  return marked;
}

Json without_lost(const Json& effect) {
  Json plain = effect;
  plain.members.erase(std::remove_if(plain.members.begin(), plain.members.end(),
                                     [](const auto& member) { return member.first == "lost"; }),
                      plain.members.end());
  return plain;
}

Response read_response(const Json& answer) {
  Issues unread;
  const Reader reader(answer, "", unread);
  Response response;
  response.sent_ms = reader.integer("sent_ms").value_or(0);
  response.received_ms = reader.integer("received_ms").value_or(0);
  const auto status = reader.integer("status");
  if (!status || *status < 100 || *status > 599) {
    response.failure = failure_from(reader.text_or("failure"));
    return response;
  }
  response.status = static_cast<int>(*status);
  response.body = reader.text_or("body");
  if (const Json* kept = answer.find("kept")) response.kept = *kept;
  if (const Json* headers = answer.find("headers")) {
    for (const auto& [name, value] : headers->members) {
      if (value.is_string()) response.headers[name] = value.text;
    }
  }
  return response;
}

std::int64_t read_now(const Json& answer) {
  Issues unread;
  return Reader(answer, "", unread).integer("now_ms").value_or(0);
}

Json member_or_null(const Json& value, Name name) {
  const Json* member = value.find(name);
  return member == nullptr ? Json{} : *member;
}

Json issues_json(const Issues& issues) {
  Json list = Json::array();
  for (const Issue& issue : issues) {
    Json args = Json::object();
    for (const auto& [name, value] : issue.args) args.set(name, Json::string(value));
    list.items.push_back(
        Json::object()
            .set("code", Json::string(code_text(issue.code)))
            .set("severity", Json::string(issue.severity == Severity::error ? "error" : "warning"))
            .set("path", Json::string(issue.path))
            .set("args", std::move(args)));
  }
  return list;
}

std::string answer_text(const std::optional<Json>& value, const Issues& issues) {
  return to_text(Json::object().set("value", value.value_or(Json{})).set("issues", issues_json(issues)));
}

std::optional<RunHeader> read_header(const Reader& reader) {
  const auto run = reader.required_text("run");
  const auto operation = reader.required_text("operation");
  if (!run || !operation) return std::nullopt;
  RunHeader header;
  header.run = *run;
  header.operation = *operation;
  header.revision = static_cast<int>(reader.integer("revision").value_or(0));
  header.input = member_or_null(reader.value(), "input");
  return header;
}

std::optional<Entry> read_entry(const Reader& reader) {
  const auto step = reader.integer("step");
  const auto turn = reader.integer("turn");
  const Json* effect = reader.value().find("effect");
  if (!step || !turn || effect == nullptr) {
    reader.note(Code::entry_refused, step ? (turn ? "effect" : "turn") : "step");
    return std::nullopt;
  }
  Entry entry;
  entry.step = static_cast<int>(*step);
  entry.turn = static_cast<int>(*turn);
  entry.effect = without_lost(*effect);
  entry.sent_ms = reader.integer("sent_ms").value_or(0);
  if (const Json* answer = reader.value().find("answer"); answer != nullptr && !answer->is_null()) {
    entry.answer = *answer;
  }
  return entry;
}

}  // namespace sidebill
