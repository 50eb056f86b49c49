#include "core/matching/goods.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/words.h"

namespace sidebill {

namespace {

using Names = std::string_view;  // "spelling:name", separated and enclosed by spaces

constexpr Names units =
    " in:in inch:in inches:in ft:ft feet:ft foot:ft yd:yd mm:mm millimeter:mm millimetre:mm millimeters:mm "
    "cm:cm "
    "centimeter:cm m:m meter:m metre:m meters:m km:km mb:mb gb:gb gigabyte:gb tb:tb terabyte:tb w:w watt:w "
    "watts:w kw:kw "
    "v:v volt:v volts:v a:a amp:a amps:a mah:mah pk:pk pack:pk packs:pk pcs:pk pc:pk ct:pk count:pk st:pk "
    "stk:pk "
    "ml:ml cl:cl l:l liter:l litre:l liters:l g:g gram:g kg:kg kilo:kg lb:lb lbs:lb oz:oz qt:qt gal:gal "
    "gallon:gal "
    "mp:mp megapixel:mp hz:hz khz:khz mhz:mhz ghz:ghz btu:btu hr:h hrs:h hour:h hours:h h:h min:min cfm:cfm "
    "rpm:rpm ";

constexpr Names colour_names =
    " black:black blk:black svart:black schwarz:black noir:black negro:black preto:black white:white "
    "wht:white vit:white "
    "weiss:white blanc:white blanco:white branco:white red:red rd:red rod:red rot:red rouge:red rojo:red "
    "vermelho:red "
    "blue:blue blu:blue bla:blue blau:blue bleu:blue azul:blue green:green grn:green gron:green grun:green "
    "vert:green "
    "verde:green grey:grey gray:grey gry:grey gra:grey grau:grey gris:grey cinza:grey silver:silver "
    "slvr:silver "
    "silber:silver gold:gold guld:gold yellow:yellow yel:yellow gul:yellow gelb:yellow jaune:yellow "
    "amarillo:yellow "
    "pink:pink rosa:pink purple:purple lila:purple violet:purple orange:orange brown:brown brn:brown "
    "brun:brown "
    "braun:brown beige:beige ivory:ivory bisque:bisque champagne:champagne titanium:titanium "
    "graphite:graphite "
    "charcoal:charcoal crimson:crimson navy:navy cyan:cyan magenta:magenta stainless:stainless ";

std::string_view named(Names table, const std::string& spelling) {
  const std::size_t found = table.find(" " + spelling + ":");
  if (spelling.empty() || found == Names::npos) return {};
  const std::size_t from = found + spelling.size() + 2;
  return table.substr(from, table.find(' ', from) - from);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// A model number mixes letters and digits; a long plain number is one too.
bool is_code(const std::string& word) {
  if (is_all_digits(word)) return word.size() >= 3;
  return word.size() >= 4 && std::any_of(word.begin(), word.end(), is_digit) &&
         std::any_of(word.begin(), word.end(), is_letter);
}

std::string plain_number(std::string number) {
  if (number.find('.') != std::string::npos) {
    while (number.back() == '0') number.pop_back();
    if (number.back() == '.') number.pop_back();
  }
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  return number;
}

/// The pieces between spaces and the signs that never stand inside a code.
std::vector<std::string> pieces_of(std::string_view text) {
  std::string folded = fold(text);
  constexpr std::string_view gaps = ",;:()/*|";
  for (char& c : folded) {
    if (gaps.find(c) != std::string_view::npos) c = ' ';
  }
  std::vector<std::string> pieces;
  for (std::string& piece : split(folded, ' ')) {
    const std::size_t from = piece.find_first_not_of("-.'"), to = piece.find_last_not_of("-.");
    if (from != std::string::npos && from <= to) pieces.push_back(piece.substr(from, to - from + 1));
  }
  return pieces;
}

class Reading {
 public:
  explicit Reading(std::string_view text) : pieces_(pieces_of(text)) {}

  GoodsText goods() {
    for (at_ = 0; at_ < pieces_.size(); ++at_) {
      if (!take_quantity() && !take_colour() && !take_code()) take_words();
    }
    return std::move(goods_);
  }

 private:
  /// "24pk", "24-pack", `20"`, or a number with its unit in the next piece.
  bool take_quantity() {
    const std::string& piece = pieces_[at_];
    const auto end =
        std::find_if_not(piece.begin(), piece.end(), [](char c) { return is_digit(c) || c == '.'; });
    const std::string number(piece.begin(), end);
    if (number.empty() || !is_digit(number.front()) || !is_digit(number.back())) return false;
    const std::string_view unit = unit_after(std::string(end, piece.end()));
    if (unit.empty()) return false;
    goods_.quantities.push_back({std::string(unit), plain_number(number)});
    goods_.words.push_back(goods_.quantities.back().number + goods_.quantities.back().unit);
    return true;
  }

  std::string_view unit_after(const std::string& rest) {
    if (rest == "\"" || rest == "''") return "in";
    if (rest == "'") return "ft";
    if (!rest.empty() && rest != "-") return named(units, code_key(rest));
    if (at_ + 1 == pieces_.size()) return {};
    const std::string_view unit = named(units, code_key(pieces_[at_ + 1]));
    if (!unit.empty()) ++at_;
    return unit;
  }

  bool take_colour() {
    const std::string_view colour = named(colour_names, pieces_[at_]);
    if (colour.empty()) return false;
    goods_.colours.emplace_back(colour);
    goods_.words.emplace_back(colour);
    return true;
  }

  bool take_code() {
    std::string code = code_key(pieces_[at_]);
    if (!is_code(code) || is_all_digits(code) != is_all_digits(pieces_[at_])) return false;
    goods_.words.push_back(code);
    goods_.codes.push_back(std::move(code));
    return true;
  }

  void take_words() {
    for (std::string& word : words_of(pieces_[at_])) {
      if (is_connector(word)) continue;
      if (is_code(word))
        goods_.codes.push_back(word);
      else if (is_all_digits(word))
        goods_.numbers.push_back(word);
      goods_.words.push_back(std::move(word));
    }
  }

  const std::vector<std::string> pieces_;
  std::size_t at_ = 0;
  GoodsText goods_;
};

}  // namespace

GoodsText read_goods(std::string_view text) { return Reading(text).goods(); }

std::string code_key(std::string_view text) {
  std::string key = fold(text);
  key.erase(std::remove_if(key.begin(), key.end(), [](char c) { return !is_digit(c) && !is_letter(c); }),
            key.end());
  return key;
}

std::string code_stem(std::string_view code) {
  const auto digits = std::find_if(code.begin(), code.end(), is_digit);
  const auto after = std::find_if_not(digits, code.end(), is_digit);
  if (digits == code.begin() || after - digits < 2) return {};
  return std::string(code.begin(), after);
}

}  // namespace sidebill
