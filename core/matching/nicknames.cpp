#include "core/matching/nicknames.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sidebill {

namespace {

/// One group per line, the full name first. A short form may belong to several.
constexpr std::string_view groups =
    "abigail abby gail\nalbert al bert bertie\nalexander alex alec sandy sasha xander\nalexandra alex sandra "
    "sandy sasha\n"
    "alfred al fred alfie\namanda mandy\nandrew andy drew\nandreas andy\nangela angie\nanna ann anne annie "
    "anita\n"
    "anthony tony antonio anton\nantonio toni tono\narthur art artie\nbarbara barb babs\nbenjamin ben benny "
    "benji\n"
    "bernard bernie\nbradley brad\ncaroline carrie carol lina\ncatherine kate kathy katie katherine kathryn "
    "cathy kat kit\n"
    "charles charlie chuck chas carl karl\nchristine chris chrissy tina christina kristina kristin\n"
    "christopher chris kit topher kris\nclifford cliff\nconstantin costel dinu\nconstance connie\ncynthia "
    "cindy\n"
    "daniel dan danny dani\ndavid dave davey dai\ndeborah deb debbie debra\ndennis denny\ndiana di\ndonald "
    "don donny\n"
    "dorothy dot dottie dolly\ndouglas doug\nedward ed eddie ted ned eduard eduardo edu\neleanor ellie nell "
    "nora\n"
    "elizabeth liz beth lizzie betty eliza elise betsy lisa libby\nemily em emmy\nemma em\neric rick "
    "ric\neugene gene\n"
    "evelyn evie eve\nfernando nando\nfrancis frank fran frankie\nfrancisco paco pancho fran chico kiko\n"
    "franklin frank\nfrederick fred freddie fritz friedrich fredrik\ngabriel gabe gabi\ngabriela gabi gaby\n"
    "george jorge georg\ngerald gerry jerry\ngheorghe gigi\ngerard gerry\ngregory greg gregor\n"
    "gustavo gus tavo\nharold harry hal\nheinrich heinz heiner\nhelen nell lena ellen helena\nhenry harry "
    "hank hal henrik\n"
    "ignacio nacho\nion nelu ionel\nioana oana\nisabella bella izzy isa isabel isabelle\njacob jake jakob\n"
    "jacqueline jackie\njames jim jimmy jamie\njanet jan\njennifer jen jenny jenn\njessica jess jessie\n"
    "joanna jo joanne joan\njohannes hans johann johan jan\njohn jack johnny jon\njonathan jon jonny\n"
    "joseph joe joey josef jo\njose pepe\njose ze\njoshua josh\njudith judy\njulia julie jules\nkenneth ken "
    "kenny\n"
    "kimberly kim kimberley\nlaura lori\nlawrence larry laurence lars\nleonard leo len lenny\nleonardo leo\n"
    "lillian lily lil\nlouis lou louie lewis luis ludwig\nlucas luke luca lukas\nlucy lucia\n"
    "madeline maddie madeleine\nmanuel manny manolo manu\nmargaret maggie meg peggy marge rita greta "
    "margarita margareta\n"
    "maria mary marie mia mariana\nmartin marty\nmatilda tilly\nmatthew matt matthias mats mattias\n"
    "maximilian max\nmaxwell max\nmelissa mel\nmichael mike mick mickey mikey michel mikael micha\n"
    "mihai misu\nmiguel migue\nmildred millie\nnancy nan\nnatalie nat nattie natalia\nnathaniel nate nathan "
    "nat\n"
    "nicholas nick nicky nico nicolas nikolaus klaus niklas\nnicole nicky nikki\nolivia liv livvy\noliver "
    "ollie oli\n"
    "pamela pam\npatricia pat patty trish tricia\npatrick pat paddy rick\npaul pablo pavel\npenelope penny\n"
    "peter pete peder petr pedro\nphilip phil pip phillip filip\nrachel rae\nraymond ray\nrebecca becky "
    "becca bex\n"
    "reginald reg reggie\nrichard rick dick rich ricky ricardo\nrobert rob bob bobby robbie bert "
    "robin\nroberto beto\n"
    "roger rodge\nronald ron ronny ronnie\nrosemary rose rosie\nrussell russ\nsalvatore sal\nsamantha sam "
    "sammy\n"
    "samuel sam sammy\nsandra sandy\nsarah sally sadie sara\nsebastian seb basti bastian\nsophie sophia "
    "sofia\n"
    "stanley stan\nstefan steffen\nsteven steve stephen stefan\nsusan sue susie suzy susanne\n"
    "teresa terry tess theresa tessa\nterence terry\ntheodore theo ted teddy\nthomas tom tommy "
    "tomas\ntimothy tim timmy\n"
    "tobias toby tobi\nvasile vasi\nvictor vic viktor\nvictoria vicky tori vicki\nvincent vince vinny "
    "vinnie\n"
    "virginia ginny\nwalter walt wally\nwilliam will bill billy willy liam willem wilhelm\nwilhelm willi\n"
    "zachary zach zack\nzsofia sofia sophie";

class Groups {
 public:
  Groups() {
    int number = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= groups.size(); ++at) {
      const char end = at < groups.size() ? groups[at] : '\n';
      if (end != ' ' && end != '\n') continue;
      numbers_[groups.substr(from, at - from)].push_back(number);
      from = at + 1;
      number += end == '\n' ? 1 : 0;
    }
  }
  const std::vector<int>* of(std::string_view name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string_view, std::vector<int>> numbers_;
};

}  // namespace

bool share_a_given_name(std::string_view left, std::string_view right) {
  static const Groups known;
  const auto* mine = known.of(left);
  const auto* theirs = mine == nullptr ? nullptr : known.of(right);
  if (theirs == nullptr) return false;
  return std::find_first_of(mine->begin(), mine->end(), theirs->begin(), theirs->end()) != mine->end();
}

}  // namespace sidebill
