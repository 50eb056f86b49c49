#include "core/matching/legal_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/text.h"

namespace sidebill {

namespace {

/// Forms of one country: "name=spelling|spelling; ...", words folded. A spelling that several countries share
/// leads to one name, so that "AS" of Norway and "AS" of Estonia agree.
struct Country {
  std::string_view code;
  std::string_view forms;
};

constexpr std::array<Country, 38> countries = {{
    {"US",
     "inc=inc|incorporated; corp=corp|corporation; co=co|company; llc=llc|limited liability company|l l c; "
     "lp=lp|limited partnership; llp=llp; pllc=pllc; pc=pc; ltd=ltd|limited"},
    {"GB", "ltd=ltd|limited; plc=plc|public limited company; llp=llp|limited liability partnership; cic=cic"},
    {"IE", "ltd=ltd|limited|teoranta; dac=dac|designated activity company; plc=plc; clg=clg; uc=uc"},
    {"CA", "inc=inc|incorporated|incorporee; ltd=ltd|limited|ltee|limitee; ulc=ulc; corp=corp"},
    {"AU", "pty=pty ltd|pty limited|proprietary limited|pty; ltd=ltd|limited"},
    {"NZ", "ltd=ltd|limited; lp=lp"},
    {"IN", "pvt=pvt ltd|private limited|pvt limited|pvt|p ltd; ltd=ltd|limited; llp=llp"},
    {"ZA", "pty=pty ltd|proprietary limited|pty; cc=cc; npc=npc"},
    {"SG", "pte=pte ltd|pte limited|private limited|pte"},
    {"HK", "ltd=ltd|limited"},
    {"MY", "sdnbhd=sdn bhd|sendirian berhad; bhd=bhd|berhad"},
    {"DE",
     "gmbh=gmbh|mbh|gesellschaft mit beschrankter haftung|gesellschaft mbh; ag=ag|aktiengesellschaft; "
     "kg=kg|kommanditgesellschaft; ohg=ohg; ug=ug|ug haftungsbeschrankt|unternehmergesellschaft; "
     "gmbhcokg=gmbh co kg|gmbh cokg; ek=ek|e k; ev=ev|e v|eingetragener verein; eg=eg; kgaa=kgaa; se=se; "
     "gbr=gbr"},
    {"AT", "gmbh=gmbh|gesmbh|ges m b h; ag=ag; og=og; kg=kg"},
    {"CH", "ag=ag; sa=sa; gmbh=gmbh; sarl=sarl; sagl=sagl"},
    {"FR",
     "sa=sa|societe anonyme; sarl=sarl|societe a responsabilite limitee; sas=sas|societe par actions "
     "simplifiee; "
     "sasu=sasu; eurl=eurl; sci=sci; snc=snc; scop=scop"},
    {"BE", "bv=bv|bvba; srl=srl|sprl; nv=nv; sa=sa; cv=cv; asbl=asbl; vzw=vzw"},
    {"NL", "bv=bv|besloten vennootschap; nv=nv|naamloze vennootschap; vof=vof; cv=cv"},
    {"LU", "sarl=sarl; sa=sa; sca=sca"},
    {"ES", "sl=sl|sociedad limitada; sa=sa|sociedad anonima; slu=slu; sll=sll; sau=sau"},
    {"PT", "lda=lda|limitada; sa=sa; unipessoal=unipessoal lda|unipessoal"},
    {"IT",
     "srl=srl|societa a responsabilita limitata; spa=spa|societa per azioni; srls=srls; snc=snc; sas=sas"},
    {"SE", "ab=ab|aktiebolag|publ ab|ab publ; hb=hb|handelsbolag; kb=kb|kommanditbolag; ekfor=ek for"},
    {"NO", "as=as|aksjeselskap; asa=asa; ans=ans; enk=enk; da=da"},
    {"DK", "aps=aps|anpartsselskab; as=a s|as|aktieselskab; is=i s; ivs=ivs"},
    {"FI", "oy=oy|osakeyhtio|oy ab; oyj=oyj; ky=ky; tmi=tmi"},
    {"IS", "ehf=ehf; hf=hf"},
    {"EE", "ou=ou|osauhing; as=as|aktsiaselts"},
    {"LV", "sia=sia; as=as"},
    {"LT", "uab=uab; ab=ab"},
    {"PL",
     "spzoo=sp z o o|sp zoo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|spzoo; sa=sa|spolka "
     "akcyjna; "
     "spk=sp k; spj=sp j"},
    {"CZ", "sro=sro|s r o|spol s r o|spol sro; as=a s|as"},
    {"SK", "sro=sro|s r o; as=a s|as"},
    {"HU", "kft=kft; zrt=zrt; nyrt=nyrt; bt=bt; rt=rt"},
    {"RO", "srl=srl|s r l; sa=sa|s a; pfa=pfa"},
    {"BG", "eood=eood; ood=ood; ad=ad"},
    {"BR", "ltda=ltda|limitada; sa=sa|s a; me=me; eireli=eireli; mei=mei; epp=epp"},
    {"MX", "sadecv=sa de cv|s a de c v; sderl=s de rl de cv|s de rl|srl de cv; sc=sc; spr=spr de rl"},
    {"JP", "kk=kk|kabushiki kaisha|kabushiki gaisha; gk=gk|godo kaisha; yk=yk|yugen kaisha"},
}};

/// Forms that stand before the name.
constexpr std::array<Country, 5> before_the_name = {{
    {"ID", "pt=pt; cv=cv; ud=ud"},
    {"RU", "ooo=ooo; ao=ao; oao=oao; zao=zao; pao=pao; ip=ip"},
    {"LT", "uab=uab"},
    {"LV", "sia=sia"},
    {"FI", "oy=oy"},
}};

struct Spellings {
  std::map<std::vector<std::string>, std::string> forms;
  /// Most words of names end none of them, which is quickly seen.
  std::unordered_set<std::string> last_words;
};

constexpr std::size_t longest_form = 5;

template <std::size_t size>
Spellings spellings_of(const std::array<Country, size>& table) {
  Spellings spellings;
  for (const Country& country : table) {
    for (const std::string& form : split(country.forms, ';')) {
      const std::vector<std::string> sides = split(trim(form), '=');
      for (const std::string& spelling : split(sides[1], '|')) {
        std::vector<std::string> words = split(spelling, ' ');
        spellings.last_words.insert(words.back());
        spellings.forms.emplace(std::move(words), sides[0]);
      }
    }
  }
  return spellings;
}

const Spellings& endings() {
  static const Spellings spellings = spellings_of(countries);
  return spellings;
}

const Spellings& beginnings() {
  static const Spellings spellings = spellings_of(before_the_name);
  return spellings;
}

/// The form that these words are, or nothing.
const std::string* form_of(const Spellings& spellings, const std::vector<std::string>& words) {
  const auto found = spellings.forms.find(words);
  return found == spellings.forms.end() ? nullptr : &found->second;
}

void add_once(std::vector<std::string>& forms, const std::string& form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.insert(forms.begin(), form);
}

/// Takes the longest form off the end, if something is left before it.
bool take_ending(CompanyWords& company) {
  auto& words = company.distinctive;
  if (endings().last_words.count(words.back()) == 0) return false;
  for (std::size_t count = std::min(longest_form, words.size() - 1); count > 0; --count) {
    const auto from = words.end() - static_cast<std::ptrdiff_t>(count);
    const std::string* form = form_of(endings(), {from, words.end()});
    if (form == nullptr) continue;
    add_once(company.forms, *form);
    words.erase(from, words.end());
    return true;
  }
  return false;
}

void take_beginning(CompanyWords& company) {
  auto& words = company.distinctive;
  if (words.size() < 2 || beginnings().last_words.count(words.front()) == 0) return;
  const std::string* form = form_of(beginnings(), {words.front()});
  if (form == nullptr) return;
  add_once(company.forms, *form);
  words.erase(words.begin());
}

}  // namespace

CompanyWords split_legal_form(std::vector<std::string> words) {
  CompanyWords company{std::move(words), {}};
  if (company.distinctive.empty()) return company;
  while (take_ending(company)) {
  }
  take_beginning(company);
  return company;
}

std::vector<std::string_view> countries_of_legal_forms() {
  std::vector<std::string_view> codes;
  for (const Country& country : countries) codes.push_back(country.code);
  return codes;
}

}  // namespace sidebill
