// Replay: the same journal gives the same next effects, whatever the order of answers and whenever it stops.
#include "core/run/run.h"

#include <doctest/doctest.h>

#include "core/run/wire.h"

using namespace sidebill;

namespace {

Judgement judge_by_status(const Request&, const Response& response) {
  if (response.failure != Failure::none) return {Verdict::uncertain, 0, {}};
  if (response.status == 401) return {Verdict::renew_token, 0, {}};
  if (response.status == 429) return {Verdict::retry_later, 7000, {}};
  if (response.status >= 500) return {Verdict::uncertain, 0, {}};
  if (response.status >= 400) return {Verdict::refused, 0, {error(Code::service_refused, "")}};
  return {Verdict::done, 0, {}};
}

Call call_of(const std::string& path, Repeat repeat) {
  Call call;
  call.request = {"quickbooks",      "r1", repeat == Repeat::read ? "GET" : "POST", path, "", "",
                  "application/json"};
  call.repeat = repeat;
  call.judge = judge_by_status;
  call.purpose = path.substr(1);
  return call;
}

/// Two reads at once, the clock, a question, then one write.
Json story(Io& io, const Json&) {
  const auto reads = io.all({call_of("/a", Repeat::read), call_of("/b", Repeat::read)});
  const std::int64_t now = io.now();
  const Json choice =
      io.ask("compose-invoice", Json::object().set("sum", Json::string(reads[0].response.body)));
  const Reply written = io.send(call_of("/write", Repeat::repeatable_write));
  return Json::object()
      .set("now", Json::number(now))
      .set("choice", choice)
      .set("ok", Json::boolean(written.ok()))
      .set("in_doubt", Json::boolean(written.verdict == Verdict::uncertain))
      .set("body", Json::string(written.response.body));
}

Json settle_story(Io& io, const Json&) {
  return Json::object().set("past", Json::number(std::int64_t(io.past_writes().size())));
}

const Operation story_operation{"story", 1, story, settle_story};

Entry answer_with(const Json& effect, Json answer) {
  const auto [step, turn] = step_of(effect);
  return Entry{step, turn, effect, 0, std::move(answer)};
}

Json http(int status, const std::string& body, std::int64_t at_ms = 1000) {
  return Json::object()
      .set("status", Json::number(std::int64_t{status}))
      .set("headers", Json::object())
      .set("body", Json::string(body))
      .set("sent_ms", Json::number(at_ms))
      .set("received_ms", Json::number(at_ms));
}

Json failure(const std::string& kind, std::int64_t sent_ms, std::int64_t received_ms) {
  return Json::object()
      .set("failure", Json::string(kind))
      .set("sent_ms", Json::number(sent_ms))
      .set("received_ms", Json::number(received_ms));
}

std::vector<Json> open_effects(const Json& step) {
  const Json* effects = step.find("effects");
  return effects == nullptr ? std::vector<Json>{} : effects->items;
}

std::string text_at(const Json& value, const std::string& name) {
  const Json* member = value.find(name);
  return member == nullptr ? "" : member->text;
}

/// Answers every effect of the story and notes what was journaled.
Json play(Run& run, std::vector<Entry>& journal) {
  for (int rounds = 0; rounds < 20; ++rounds) {
    const Json step = run.next();
    if (text_at(step, "kind") != "effects") return step;
    auto effects = open_effects(step);
    for (auto effect = effects.rbegin(); effect != effects.rend(); ++effect) {
      const std::string kind = text_at(*effect, "kind");
      Json answer = kind == "send"  ? http(200, "body of " + text_at(*effect, "purpose"))
                    : kind == "now" ? Json::object().set("now_ms", Json::number(std::int64_t{42}))
                                    : Json::object().set("choice", Json::string("yes"));
      Entry entry = answer_with(*effect, std::move(answer));
      journal.push_back(entry);
      REQUIRE(run.receive(entry));
    }
  }
  return Json{};
}

Run fresh(std::vector<Entry> entries = {}, int revision = 1) {
  return Run({"run-1", "story", revision, Json::object()}, story_operation, std::move(entries));
}

}  // namespace

TEST_CASE("run: independent effects are open together, and answers may come in any order") {
  Run run = fresh();
  const Json step = run.next();
  REQUIRE(open_effects(step).size() == 2);
  CHECK(text_at(open_effects(step)[0], "purpose") == "a");
  CHECK(run.receive(answer_with(open_effects(step)[1], http(200, "b"))));
  CHECK(open_effects(run.next()).size() == 1);
}

TEST_CASE("run: stopped after any entry, it goes on from the journal to the same report") {
  std::vector<Entry> journal;
  Run whole = fresh();
  const std::string report = to_text(play(whole, journal));
  for (std::size_t kept = 0; kept <= journal.size(); ++kept) {
    CAPTURE(kept);
    std::vector<Entry> rest;
    Run resumed = fresh(std::vector<Entry>(journal.begin(), journal.begin() + std::ptrdiff_t(kept)));
    CHECK(to_text(play(resumed, rest)) == report);
    CHECK(rest.size() == journal.size() - kept);
  }
}

TEST_CASE("run: an entry that differs from the effect stops the run with nothing open") {
  std::vector<Entry> journal;
  Run whole = fresh();
  play(whole, journal);
  journal[0].effect.set("purpose", Json::string("something else"));
  Run run = fresh(journal);
  const Json step = run.next();
  CHECK(text_at(step, "kind") == "diverged");
  CHECK(open_effects(step).empty());
}

TEST_CASE("run: the first answer to an effect wins") {
  Run run = fresh();
  const auto effects = open_effects(run.next());
  CHECK(run.receive(answer_with(effects[0], http(200, "first"))));
  CHECK_FALSE(run.receive(answer_with(effects[0], http(200, "second"))));
  CHECK_FALSE(run.receive(Entry{99, 0, effects[0], 0, http(200, "never asked")}));
}

TEST_CASE("run: a write that was sent and never answered is lost, then sent again the same") {
  std::vector<Entry> journal;
  Run whole = fresh();
  play(whole, journal);
  Entry sent = journal.back();
  sent.sent_ms = 5000;
  sent.answer.reset();
  journal.back() = sent;
  Run run = fresh(journal);
  const auto effects = open_effects(run.next());
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].find("lost") != nullptr);
  CHECK(run.receive(answer_with(effects[0], failure("lost", 5000, 6000))));
  const auto again = open_effects(run.next());
  REQUIRE(again.size() == 1);
  CHECK(again[0].find("lost") == nullptr);
  CHECK(to_text(*again[0].find("request")) == to_text(*effects[0].find("request")));
  CHECK(step_of(again[0]) == std::make_pair(step_of(effects[0]).first, 1));
}

TEST_CASE("run: an expired token is renewed once before the call is sent again") {
  Run run = fresh();
  auto effects = open_effects(run.next());
  run.receive(answer_with(effects[0], http(401, "")));
  run.receive(answer_with(effects[1], http(200, "")));
  effects = open_effects(run.next());
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].find("renew") != nullptr);
  run.receive(answer_with(effects[0], http(401, "")));
  CHECK(text_at(open_effects(run.next())[0], "kind") == "now");
}

TEST_CASE("run: a busy service is waited for as long as it says") {
  Run run = fresh();
  auto effects = open_effects(run.next());
  run.receive(answer_with(effects[0], http(429, "", 10000)));
  run.receive(answer_with(effects[1], http(200, "")));
  effects = open_effects(run.next());
  REQUIRE(effects.size() == 1);
  CHECK(text_at(effects[0], "kind") == "wait");
  CHECK(effects[0].find("until_ms")->text == "17000");
}

TEST_CASE("run: a write in doubt for longer than its key is trusted goes back to the operation") {
  std::vector<Entry> journal;
  Run whole = fresh();
  play(whole, journal);
  journal.pop_back();
  Run run = fresh(journal);
  const auto effects = open_effects(run.next());
  const std::int64_t thirteen_hours = 13LL * 3600 * 1000;
  run.receive(answer_with(effects[0], failure("cut_off", 1000, 1000 + thirteen_hours)));
  const Json step = run.next();
  REQUIRE(text_at(step, "kind") == "done");
  CHECK_FALSE(step.find("report")->find("ok")->truth);
}

namespace {

/// The story up to its write, which is then answered like this, one sending after the other.
Json write_answered(const std::vector<Json>& answers) {
  std::vector<Entry> journal;
  Run whole = fresh();
  play(whole, journal);
  journal.pop_back();
  Run run = fresh(journal);
  for (const Json& answer : answers) {
    const auto effects = open_effects(run.next());
    REQUIRE(effects.size() == 1);
    REQUIRE(run.receive(answer_with(effects[0], answer)));
  }
  return run.next();
}

Json waited(std::int64_t now_ms) { return Json::object().set("now_ms", Json::number(now_ms)); }

}  // namespace

TEST_CASE("run: a write in doubt names the time after which it must not be repeated") {
  const Json again = write_answered({http(500, "", 1000), waited(2000)});
  REQUIRE(open_effects(again).size() == 1);
  CHECK(open_effects(again)[0].find("only_until_ms")->text == std::to_string(1000 + 12LL * 3600 * 1000));
  const Json late = write_answered({http(500, "", 1000), waited(2000), failure("too_late", 3000, 3000)});
  REQUIRE(text_at(late, "kind") == "done");
  CHECK(late.find("report")->find("in_doubt")->truth);
}

TEST_CASE("run: who is turned away at the door learns nothing about a write in doubt") {
  struct Row {
    const char* about;
    std::vector<Json> answers;
    bool in_doubt;
  };
  const std::vector<Row> rows = {
      {"refused at once", {http(400, "")}, false},
      {"turned away at once", {http(403, "")}, false},
      {"refused after a doubt", {http(500, ""), waited(2000), http(400, "")}, false},
      {"no permission after a doubt", {http(500, ""), waited(2000), http(403, "")}, true},
      {"no valid token after a doubt", {http(500, ""), waited(2000), http(401, ""), http(401, "")}, true},
      {"busy after a doubt", {http(500, ""), waited(2000), http(429, ""), waited(9000), http(429, "")}, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.about);
    const Json step = write_answered(row.answers);
    REQUIRE(text_at(step, "kind") == "done");
    CHECK_FALSE(step.find("report")->find("ok")->truth);
    CHECK(step.find("report")->find("in_doubt")->truth == row.in_doubt);
  }
}

TEST_CASE("run: a journal of another revision that wrote is finished by settle") {
  std::vector<Entry> journal;
  Run whole = fresh();
  play(whole, journal);
  Run run = fresh(journal, 0);
  CHECK(run.has_written());
  const Json step = run.next();
  REQUIRE(text_at(step, "kind") == "done");
  CHECK(step.find("report")->find("past")->text == "1");
}

TEST_CASE("requestid: names what the document stands for and nothing else") {
  const RequestIdOf of{"p", "r", "0-3", "7", "invoice", "", 0, 0};
  CHECK(request_id(of).size() == 36);
  CHECK(request_id(of) == request_id(of));
  RequestIdOf other = of;
  other.generation = 1;
  CHECK(request_id(other) != request_id(of));
  CHECK(request_id({"p", "r1", "0-3", "7", "invoice", "", 0, 0}) !=
        request_id({"p", "r", "10-3", "7", "invoice", "", 0, 0}));
}
