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

/// What is known of a call that is being sent until it is answered.
struct Sending {
  int turn = 0;
  int sent = 0;
  std::int64_t first_sent_ms = 0;
  bool renew = false;
  bool in_doubt = false;  // it is a write, and an earlier sending may have done its work

  /// A write in doubt may be repeated only while its key is trusted, however long the worker was gone.
  std::optional<std::int64_t> only_until_ms(const Call& call) const {
    return in_doubt ? std::optional<std::int64_t>(first_sent_ms + call.trust_ms) : std::nullopt;
  }

  void note(const Call& call, const Response& response, Verdict verdict) {
    if (sent == 0) first_sent_ms = response.sent_ms;
    sent += 1;
    turn += 1;
    in_doubt = in_doubt || (verdict == Verdict::uncertain && call.repeat != Repeat::read);
  }
};

Reply unsettled(const Call& call, const Response& response, const Issues& issues) {
  return {Verdict::uncertain, response, issues_or(issues, Code::write_uncertain, call)};
}

/// The service looked at the request itself. Who is turned away at the door learns nothing of what an earlier
/// sending did.
bool was_looked_at(const Response& response) {
  const int status = response.status;
  return response.failure == Failure::none && status < 500 && status != 401 && status != 403 && status != 429;
}

/// The reply, once this answer leaves nothing to be sent again.
std::optional<Reply> settled(const Call& call, const Sending& so_far, const Response& response,
                             const Judgement& judgement) {
  const auto refused = [&](Code fallback) {
    if (so_far.in_doubt && !was_looked_at(response)) return unsettled(call, response, judgement.issues);
    return Reply{Verdict::refused, response, issues_or(judgement.issues, fallback, call)};
  };
  const bool used_up = so_far.sent >= call.patience;
  switch (judgement.verdict) {
    case Verdict::done: return Reply{Verdict::done, response, {}};
    case Verdict::refused: return refused(Code::service_refused);
    case Verdict::renew_token:
      return so_far.renew ? std::optional<Reply>(refused(Code::reconnect_needed)) : std::nullopt;
    case Verdict::retry_later:
      return used_up ? std::optional<Reply>(refused(Code::service_busy)) : std::nullopt;
    case Verdict::uncertain: break;
  }
  const bool trusted = response.received_ms - so_far.first_sent_ms <= call.trust_ms;
  if (call.repeat != Repeat::single_write && !used_up && trusted) return std::nullopt;
  if (call.repeat == Repeat::read) return refused(Code::write_uncertain);
  return unsettled(call, response, judgement.issues);
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
    Io::PastWrite write{request_of(entry.effect), purpose_of(entry.effect), entry.sent_ms, std::nullopt};
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
  Sending so_far;
  for (;;) {
    const Entry* entry = answered(
        step, so_far.turn, send_effect(step, so_far.turn, call, so_far.renew, so_far.only_until_ms(call)));
    if (entry == nullptr) return std::nullopt;
    const Response response = read_response(*entry->answer);
    if (response.failure == Failure::too_late) return unsettled(call, response, {});
    const Judgement judgement = call.judge(call.request, response);
    so_far.note(call, response, judgement.verdict);
    if (auto reply = settled(call, so_far, response, judgement)) {
      reply->first_sent_ms = so_far.first_sent_ms;
      return reply;
    }
    so_far.renew = judgement.verdict == Verdict::renew_token;
    if (so_far.renew || response.failure == Failure::lost) continue;
    const std::int64_t until_ms =
        response.received_ms + std::max(judgement.wait_ms, back_off_ms(so_far.sent));
    if (answered(step, so_far.turn, wait_effect(step, so_far.turn, call, until_ms)) == nullptr)
      return std::nullopt;
    so_far.turn += 1;
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
