#include "core/run/run.h"

#include <algorithm>

#include "core/run/wire.h"

namespace sidebill {

namespace {

/// Steps of a settle begin here, so that they never meet those of the revision they finish.
constexpr int first_settling_step = 1000000;

bool same_effect(const Json& left, const Json& right) {
  return left == right || canonical_text(left) == canonical_text(right);
}

/// How long to wait before the next sending when the service names no time: 1 s, 2 s, 5 s, 15 s, then a
/// minute.
std::int64_t back_off_ms(int sent) {
  constexpr std::int64_t steps[] = {1000, 2000, 5000, 15000, 60000};
  return steps[std::min<std::size_t>(static_cast<std::size_t>(std::max(sent - 1, 0)), 4)];
}

Issues issues_or(const Issues& issues, Code fallback, const Call& call) {
  if (!issues.empty()) return issues;
  return {error(fallback, "", {{"service", call.request.service}, {"purpose", call.purpose}})};
}

}  // namespace

Run::Run(RunHeader header, const Operation& operation, std::vector<Entry> entries)
    : header_(std::move(header)), operation_(&operation) {
  for (Entry& entry : entries) {
    journal_.emplace(std::make_pair(entry.step, entry.turn), std::move(entry));
  }
  settling_ = header_.revision != operation_->revision;
  if (!settling_) return;
  for (const auto& [key, entry] : journal_) {
    if (key.first >= first_settling_step || !is_write(entry.effect)) continue;
    Io::PastWrite write{request_of(entry.effect), purpose_of(entry.effect), std::nullopt};
    if (entry.answer) write.answer = read_response(*entry.answer);
    past_writes_.push_back(std::move(write));
  }
}

bool Run::has_written() const {
  return std::any_of(journal_.begin(), journal_.end(),
                     [](const auto& line) { return is_write(line.second.effect); });
}

Json Run::next() {
  open_.clear();
  next_step_ = settling_ ? first_settling_step : 0;
  Io io(*this);
  try {
    const auto perform = settling_ ? operation_->settle : operation_->perform;
    return Json::object().set("kind", Json::string("done")).set("report", perform(io, header_.input));
  } catch (const Stop&) {
    Json effects = Json::array();
    effects.items = open_;
    return Json::object().set("kind", Json::string("effects")).set("effects", std::move(effects));
  } catch (const Failed& failed) {
    return Json::object().set("kind", Json::string("failed")).set("issues", issues_json(failed.issues));
  } catch (const Diverged& diverged) {
    open_.clear();
    const Issue issue =
        error(Code::run_diverged, "",
              {{"step", std::to_string(diverged.step)}, {"turn", std::to_string(diverged.turn)}});
    return Json::object().set("kind", Json::string("diverged")).set("issues", issues_json({issue}));
  }
}

bool Run::receive(Entry entry) {
  const auto key = std::make_pair(entry.step, entry.turn);
  const auto wanted = std::find_if(open_.begin(), open_.end(), [&](const Json& effect) {
    return step_of(effect) == key && same_effect(without_lost(effect), without_lost(entry.effect));
  });
  if (wanted == open_.end() || !entry.answer) return false;
  const auto known = journal_.find(key);
  if (known != journal_.end() && known->second.answer) return false;
  entry.effect = without_lost(entry.effect);
  journal_[key] = std::move(entry);
  return true;
}

const Entry* Run::find(int step, int turn) const {
  const auto line = journal_.find(std::make_pair(step, turn));
  return line == journal_.end() ? nullptr : &line->second;
}

/// The entry that answers this effect, or nullptr after noting the effect as open.
const Entry* Run::answered(int step, int turn, const Json& effect) {
  const Entry* entry = find(step, turn);
  if (entry != nullptr && !same_effect(without_lost(entry->effect), effect)) throw Diverged{step, turn};
  if (entry != nullptr && entry->answer) return entry;
  const bool was_sent = entry != nullptr && is_write(effect);
  open(was_sent ? with_lost(effect) : effect);
  return nullptr;
}

void Run::open(Json effect) { open_.push_back(std::move(effect)); }

std::optional<Reply> Run::settle_call(int step, const Call& call) {
  int turn = 0;
  int sent = 0;
  std::int64_t first_sent_ms = 0;
  bool renew = false;
  for (;;) {
    const Entry* entry = answered(step, turn, send_effect(step, turn, call, renew));
    if (entry == nullptr) return std::nullopt;
    const Response response = read_response(*entry->answer);
    Judgement judgement = call.judge(call.request, response);
    if (sent == 0) first_sent_ms = response.sent_ms;
    sent += 1;
    turn += 1;
    switch (judgement.verdict) {
      case Verdict::done: return Reply{Verdict::done, response, {}};
      case Verdict::refused:
        return Reply{Verdict::refused, response, issues_or(judgement.issues, Code::service_refused, call)};
      case Verdict::renew_token:
        if (renew)
          return Reply{Verdict::refused, response, issues_or(judgement.issues, Code::reconnect_needed, call)};
        renew = true;
        continue;
      case Verdict::uncertain:
        if (call.repeat == Repeat::single_write || sent >= call.patience ||
            response.received_ms - first_sent_ms > call.trust_ms) {
          return Reply{call.repeat == Repeat::read ? Verdict::refused : Verdict::uncertain, response,
                       issues_or(judgement.issues, Code::write_uncertain, call)};
        }
        break;
      case Verdict::retry_later:
        if (sent >= call.patience) {
          return Reply{Verdict::refused, response, issues_or(judgement.issues, Code::service_busy, call)};
        }
        break;
    }
    renew = false;
    if (response.failure == Failure::lost) continue;
    const std::int64_t until_ms = response.received_ms + std::max(judgement.wait_ms, back_off_ms(sent));
    if (answered(step, turn, wait_effect(step, turn, call, until_ms)) == nullptr) return std::nullopt;
    turn += 1;
  }
}

Reply Io::send(const Call& call) { return all({call}).front(); }

std::vector<Reply> Io::all(const std::vector<Call>& calls) {
  std::vector<Reply> replies;
  bool complete = true;
  for (const Call& call : calls) {
    std::optional<Reply> reply = run_.settle_call(run_.next_step_++, call);
    if (reply) {
      replies.push_back(std::move(*reply));
    } else {
      complete = false;
    }
  }
  if (!complete) throw Run::Stop{};
  return replies;
}

Json Io::ask(const std::string& kind, Json question) {
  const int step = run_.next_step_++;
  const Entry* entry = run_.answered(step, 0, ask_effect(step, kind, std::move(question)));
  if (entry == nullptr) throw Run::Stop{};
  return member_or_null(*entry->answer, "choice");
}

Json Io::look(const std::string& about, Json question) {
  const int step = run_.next_step_++;
  const Entry* entry = run_.answered(step, 0, look_effect(step, about, std::move(question)));
  if (entry == nullptr) throw Run::Stop{};
  return member_or_null(*entry->answer, "value");
}

std::int64_t Io::now() {
  const int step = run_.next_step_++;
  const Entry* entry = run_.answered(step, 0, now_effect(step));
  if (entry == nullptr) throw Run::Stop{};
  return read_now(*entry->answer);
}

void Io::fail(Issues issues) { throw Run::Failed{std::move(issues)}; }

const std::vector<Io::PastWrite>& Io::past_writes() const { return run_.past_writes_; }

}  // namespace sidebill
