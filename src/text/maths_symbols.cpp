// Source of the pairs: the Unicode character database's names beside the symbol lists of TeX and amssymb.
#include "text/maths_symbols.h"

#include <string>

#include "base/utf8.h"

namespace paperdeck {
namespace {

// One string each, because a table of pointers would be several times as large. Lines of a name, a blank and what
// it stands for, sorted by name (byte order).
//
// Symbols: a character and its class: o ordinary, v ordinary and slanting, r relation, b binary, l large operator,
// i integral, p opening, q closing, c punctuation.
constexpr std::string_view kSymbols =
    "AA Åo\nAlpha Αo\nAnd &b\nBbbk 𝕜o\nBeta Βo\nBox □o\nBumpeq ≎r\nCap ⋒b\nCup ⋓b\nDelta Δo\nDiamond ◇o\n"
    "Downarrow ⇓r\nFinv Ⅎo\nGamma Γo\nIm ℑo\nLambda Λo\nLeftarrow ⇐r\nLeftrightarrow ⇔r\nLleftarrow ⇚r\n"
    "Longleftarrow ⟸r\nLongleftrightarrow ⟺r\nLongrightarrow ⟹r\nLsh ↰r\nN ℕo\nOmega Ωo\nP ¶o\nPerp ⫫r\n"
    "Phi Φo\nPi Πo\nPsi Ψo\nR ℝo\nRe ℜo\nRightarrow ⇒r\nRrightarrow ⇛r\nRsh ↱r\nS §o\nSigma Σo\nSubset ⋐r\n"
    "Theta Θo\nUparrow ⇑r\nUpdownarrow ⇕r\nUpsilon Υo\nVdash ⊩r\nVert ‖o\nXi Ξo\nZ ℤo\nae æo\naleph ℵo\n"
    "alpha αv\namalg ⨿b\nangle ∠o\napprox ≈r\napproxeq ≊r\nast ∗b\nasymp ≍r\nbacksim ∽r\nbackslash \\o\n"
    "ballotx ✗o\nbarwedge ⊼b\nbecause ∵r\nbeta βv\nbeth ℶo\nbetween ≬r\nbigcap ⋂l\nbigcirc ◯o\nbigcup ⋃l\n"
    "bigodot ⨀l\nbigoplus ⨁l\nbigotimes ⨂l\nbigsqcup ⨆l\nbigstar ★o\nbigtimes ⨉l\nbigtriangledown ▽b\n"
    "bigtriangleup △b\nbiguplus ⨄l\nbigvee ⋁l\nbigwedge ⋀l\nblacklozenge ◆o\nblacksquare ■o\n"
    "blacktriangle ▲o\nbot ⊥o\nbowtie ⋈r\nboxdot ⊡b\nboxminus ⊟b\nboxplus ⊞b\nboxtimes ⊠b\nbullet •b\n"
    "bumpeq ≏r\ncap ∩b\ncdot ·b\ncdotp ·b\ncdots ⋯o\ncelsius ℃o\ncent ¢o\ncenterdot ·b\ncheckmark ✓o\n"
    "chi χv\ncirc ∘b\ncirceq ≗r\ncirclearrowleft ↺r\ncirclearrowright ↻r\ncircledR ®o\ncircledast ⊛b\n"
    "circledcirc ⊚b\ncircleddash ⊝b\nclubsuit ♣o\ncmark ✓o\ncolon :c\ncolonapprox ∶r\ncoloneq ≔r\n"
    "coloneqq ≔r\ncomplement ∁o\ncong ≅r\ncoprod ∐l\ncopyright ©o\ncup ∪b\ncurlyvee ⋎b\ncurlywedge ⋏b\n"
    "curvearrowleft ↶r\ncurvearrowright ↷r\ndag †o\ndagger †b\ndarr ↓r\ndashleftarrow ⇠r\ndashrightarrow ⇢r\n"
    "dashv ⊣r\nddag ‡o\nddagger ‡b\nddots ⋱o\ndegree °o\ndelta δv\ndiagup /o\ndiamond ⋄b\ndiamondsuit ♢o\n"
    "digamma ϝv\ndiv ÷b\ndivideontimes ⋇b\ndoteq ≐r\ndotplus ∔b\ndots …o\ndotsb ⋯o\ndotsc …o\ndotsi ⋯o\n"
    "dotsm ⋯o\ndotso …o\ndownarrow ↓r\ndowndownarrows ⇊r\nell ℓv\nemptyset ∅o\neps εv\nepsilon ϵv\n"
    "eqqcolon ≕r\neqsim ≂r\nequiv ≡r\neta ηv\neth ðo\neuro €o\nexists ∃o\nfallingdotseq ≒r\nfemale ♀o\n"
    "flat ♭o\nforall ∀o\nfrown ⌢r\ngamma γv\nge ≥r\ngeq ≥r\ngeqq ≧r\ngeqslant ≥r\ngets ←r\ngg ≫r\nggg ⋙r\n"
    "gimel ℷo\ngt >r\ngtrapprox ⪆r\ngtrless ≷r\ngtrsim ≳r\nhbar ℏo\nheartsuit ♡o\nhookleftarrow ↩r\n"
    "hookrightarrow ↪r\nhslash ℏo\niff ⟺r\niiint ∭i\niint ∬i\nimath ıv\nimpliedby ⟸r\nimplies ⟹r\nin ∈r\n"
    "indep ⫫r\ninfty ∞o\nint ∫i\nintercal ⊺b\nintop ∫i\niota ιv\nisin ∈r\njmath ȷv\nkappa κv\nl ło\n"
    "lVert ‖p\nlambda λv\nland ∧b\nlang ⟨p\nlangle ⟨p\nlarr ←r\nlbrace {p\nlbrack [o\nlceil ⌈p\nldots …o\n"
    "le ≤r\nleadsto ⇝r\nleftarrow ←r\nleftharpoondown ↽r\nleftharpoonup ↼r\nleftrightarrow ↔r\n"
    "leftrightarrows ⇆r\nleftrightharpoons ⇋r\nleftrightsquigarrow ↭r\nleftthreetimes ⋋b\nleq ≤r\nleqq ≦r\n"
    "leqslant ≤r\nlessapprox ⪅r\nlessgtr ≶r\nlesssim ≲r\nlfloor ⌊p\nll ≪r\nllbracket ⟦p\nlll ⋘r\nlnot ¬o\n"
    "longleftarrow ⟵r\nlongleftrightarrow ⟷r\nlongmapsto ⟼r\nlongrightarrow ⟶r\nlooparrowright ↬r\nlor ∨b\n"
    "lozenge ◊o\nlparen (p\nlt <r\nltimes ⋉b\nlvert |p\nmale ♂o\nmapsto ↦r\nmathellipsis …o\n"
    "measuredangle ∡o\nmho ℧o\nmicro µo\nmid ∣r\nmodels ⊨r\nmp ∓b\nmu μv\nmultimap ⊸r\nnLeftrightarrow ⇎r\n"
    "nRightarrow ⇏r\nnabla ∇o\nnatural ♮o\nncong ≇r\nne ≠r\nnearrow ↗r\nneg ¬o\nneq ≠r\nnexists ∄o\nngeq ≱r\n"
    "ngtr ≯r\nni ∋r\nnleftarrow ↚r\nnleq ≰r\nnless ≮r\nnmid ∤r\nnotin ∉r\nnparallel ∦r\nnrightarrow ↛r\n"
    "nsim ≁r\nnsubseteq ⊈r\nnsupseteq ⊉r\nnu νv\nnvDash ⊭r\nnvdash ⊬r\nnwarrow ↖r\no øo\nodot ⊙b\noe œo\n"
    "oiint ∯i\noint ∮i\nomega ωv\nomicron οv\nominus ⊖b\noplus ⊕b\noslash ⊘b\notimes ⊗b\nowns ∋r\n"
    "parallel ∥r\npartial ∂v\npercnt %o\npermil ‰o\nperp ⊥r\nphi ϕv\npi πv\npitchfork ⋔r\npm ±b\npounds £o\n"
    "prec ≺r\npreccurlyeq ≼r\npreceq ⪯r\nprecsim ≾r\nprime ′o\nprod ∏l\npropto ∝r\npsi ψv\nrVert ‖q\n"
    "rang ⟩q\nrangle ⟩q\nrarr →r\nratio ∶r\nrbrace }q\nrbrack ]o\nrceil ⌉q\nreals ℝo\nrestriction ↾r\n"
    "rfloor ⌋q\nrho ρv\nrightarrow →r\nrightarrowtail ↣r\nrightharpoondown ⇁r\nrightharpoonup ⇀r\n"
    "rightleftarrows ⇄r\nrightleftharpoons ⇌r\nrightrightarrows ⇉r\nrightsquigarrow ⇝r\nrightthreetimes ⋌b\n"
    "risingdotseq ≓r\nrparen )q\nrrbracket ⟧q\nrtimes ⋊b\nrvert |q\nsearrow ↘r\nsetminus ∖b\nsharp ♯o\n"
    "sigma σv\nsim ∼r\nsimeq ≃r\nsmallint ∫i\nsmallsetminus ∖b\nsmile ⌣r\nspadesuit ♠o\nsqcap ⊓b\nsqcup ⊔b\n"
    "sqsubset ⊏r\nsqsubseteq ⊑r\nsqsupset ⊐r\nsqsupseteq ⊒r\nsquare □o\nss ßo\nstar ⋆b\nsubset ⊂r\n"
    "subseteq ⊆r\nsubseteqq ⊆r\nsubsetneq ⊊r\nsucc ≻r\nsucccurlyeq ≽r\nsucceq ⪰r\nsuccsim ≿r\nsum ∑l\n"
    "supset ⊃r\nsupseteq ⊇r\nsupsetneq ⊋r\nsurd √o\nswarrow ↙r\ntau τv\ntextasciitilde ~o\n"
    "textbackslash \\o\ntextbar |o\ntextdegree °o\ntextellipsis …o\ntextemdash —o\ntextendash –o\n"
    "textgreater >o\ntextless <o\ntextmu µo\ntextperiodcentered ·b\ntextpm ±o\ntextquoteleft ‘o\n"
    "textquoteright ’o\ntextquotesingle 'o\ntextrightarrow →r\ntexttimes ×o\ntextunderscore _o\n"
    "therefore ∴r\ntheta θv\nthicksim ∼r\ntimes ×b\nto →r\ntop ⊤o\ntriangle △o\ntriangledown ▽o\n"
    "triangleleft ◁b\ntrianglelefteq ⊴r\ntriangleq ≜r\ntriangleright ▷b\ntrianglerighteq ⊵r\n"
    "twoheadrightarrow ↠r\nuarr ↑r\nulcorner ⌜p\nuparrow ↑r\nupdownarrow ↕r\nupharpoonright ↾r\nuplus ⊎b\n"
    "upsilon υv\nupuparrows ⇈r\nurcorner ⌝q\nvDash ⊨r\nvarDelta Δo\nvarGamma Γo\nvarLambda Λo\nvarOmega Ωo\n"
    "varPhi Φo\nvarPsi Ψo\nvarSigma Σo\nvarTheta Θo\nvarepsilon εv\nvarkappa ϰv\nvarnothing ∅o\nvarphi φv\n"
    "varpi ϖv\nvarpropto ∝r\nvarrho ϱv\nvarsigma ςv\nvartheta ϑv\nvartriangleleft ⊲r\nvartriangleright ⊳r\n"
    "vdash ⊢r\nvdots ⋮o\nvee ∨b\nveebar ⊻b\nvert |o\nwedge ∧b\nwp ℘o\nwr ≀b\nxi ξv\nxmapsto ↦r\nxmark ✗o\n"
    "yen ¥o\nzeta ζv\n";

// Commands: the letter of a MathsAction and its argument. Alphabets: k blackboard, s script, f fraktur, b bold,
// r upright, i italic, t text's italic. Sizes and spaces: a digit. Accents: see accent() of the parser.
constexpr std::string_view kCommands =
    "Bar Ab\nBbb Lk\nBig g1\nBigg g3\nBiggl g3\nBiggm g3\nBiggr g3\nBigl g1\nBigm g1\nBigr g1\nCcal aC\n"
    "Cov f0\nDot Ad\nHat Ah\nKL f0\nLaTeX wLaTeX\nLarge n0\nOPT f0\nPr wPr\nTeX wTeX\nTilde At\nTr f0\n"
    "Var f0\nVec Av\nacute Aa\nallowbreak n0\narccos f0\narcsin f0\narctan f0\narg f0\nargmax m0\nargmin m0\n"
    "atop Va\nbar Ab\nbegin E0\nbf Lb\nbfseries n0\nbig g0\nbigO aO\nbigg g2\nbiggl g2\nbiggm g2\nbiggr g2\n"
    "bigl g0\nbigm g0\nbigr g0\nbinom Fb\nbm Lb\nbmod M0\nbold Lb\nboldmath n0\nboldsymbol Lb\nbrace VB\n"
    "brack VK\nbreve Au\ncal Ls\ncalA aA\ncalC aC\ncalD aD\ncalL aL\ncalM aM\ncalN aN\ncalO aO\n"
    "centering n0\ncfrac Fd\ncheck Ac\nchoose Vb\ncite n1\ncolor n1\ncolorbox Z0\ncos f0\ncosh f0\ncot f0\n"
    "coth f0\ncsc f0\ndbinom FB\ndddot AD\nddot Ae\ndeg f0\ndet m0\ndfrac Fd\ndiag f0\ndim f0\n"
    "displaylimits n0\ndisplaystyle y0\ndot Ad\nemph Tt\nenskip W5\nenspace W5\nensuremath Oo\nerf f0\n"
    "esssup m0\nexp f0\nfbox Tr\nfootnotesize n0\nfrac Ft\nfrak Lf\ngcd m0\ngrave Ag\nhat Ah\nhbox Tr\n"
    "hfill n0\nhom f0\nhphantom Oo\nhref Z0\nhskip n2\nhspace n1\nignorespaces n0\ninf m0\ninjlim m0\nit Li\n"
    "itshape n0\nker f0\nkern n2\nlabel n1\nlarge n0\nleft l0\nlg f0\nlim m0\nliminf m0\nlimits Kl\n"
    "limsup m0\nln f0\nlog f0\nmathbb Lk\nmathbbm Lk\nmathbf Lb\nmathbfit Lb\nmathbin Ob\nmathcal Ls\n"
    "mathclose Oq\nmathds Lk\nmathfrak Lf\nmathinner OI\nmathit Li\nmathnormal Li\nmathop O2\nmathopen Op\n"
    "mathord Oo\nmathpunct Oc\nmathrel Or\nmathring Ar\nmathrm Lr\nmathscr Ls\nmathsf Lr\nmathstrut Oo\n"
    "mathtt Lr\nmathup Lr\nmax m0\nmbox Tr\nmedspace W3\nmiddle R0\nmin m0\nmit Li\nmkern n2\nmod M2\n"
    "mskip n2\nnegmedspace W7\nnegthinspace W7\nnicefrac Ft\nnobreakspace W6\nnoindent n0\nnolimits Kn\n"
    "nolinebreak n0\nnonumber n0\nnormalfont n0\nnormalsize n0\nnot N0\nnotag n0\nnull n0\noperatorname O0\n"
    "operatornamewithlimits O1\nover Vf\noverbrace AO\noverleftarrow AW\noverleftrightarrow AX\noverline AB\n"
    "overrightarrow AV\noverset So\npmb Lb\npmod M1\npoly f0\npolylog f0\nprotect n0\nqquad W1\nquad W0\n"
    "rank f0\nref n1\nrelax Oo\nrm Lr\nrmfamily n0\nroot X0\nscriptscriptstyle y3\nscriptsize n0\n"
    "scriptstyle y2\nsec f0\nsf Lr\nsffamily n0\nsfrac Ft\nsgn f0\nsi Tr\nsign f0\nsin f0\nsinh f0\n"
    "small n0\nsmash Oo\nsoftmax f0\nspace W6\nsqrt X0\nstackrel So\nstrut n0\nsubstack J0\nsup m0\n"
    "symbf Lb\ntag n1\ntan f0\ntanh f0\ntbinom Fb\ntext Tr\ntextbf Tb\ntextcolor Z0\ntextit Tt\ntextmd Tr\n"
    "textnormal Tr\ntextrm Tr\ntextsc Tr\ntextsf Tr\ntextsl Tt\ntextstyle y1\ntextsuperscript Tr\ntexttt Tr\n"
    "textup Tr\ntfrac Fs\nthickspace W4\nthinspace W2\ntilde At\ntiny n0\ntr f0\ntt Lr\nttfamily n0\n"
    "unboldmath n0\nunderbar AU\nunderbrace AN\nunderline AU\nunderset Su\nunicode U0\nunit Tr\nutilde AT\n"
    "vec Av\nvphantom n1\nvspace n1\nwidecheck Ac\nwidehat AH\nwidetilde AT\nxLeftarrow Sl\nxRightarrow Sr\n"
    "xleftarrow Sl\nxrightarrow Sr\nxspace n0\n";

constexpr std::string_view name_at(std::string_view table, std::size_t line)
{
    return table.substr(line, table.find(' ', line) - line);
}

constexpr bool is_sorted(std::string_view table)
{
    std::string_view last;
    for (std::size_t line = 0; line < table.size(); line = table.find('\n', line) + 1) {
        const std::string_view name = name_at(table, line);
        if (!(last < name)) return false;
        last = name;
    }
    return true;
}
static_assert(is_sorted(kSymbols) && is_sorted(kCommands), "the binary search needs the tables in byte order");

// What stands behind the name; empty where the table has none of that name.
std::string_view find(std::string_view table, std::string_view name)
{
    std::size_t low = 0, high = table.size();
    while (low < high) {
        // The line that the middle lies in.
        std::size_t line = low + (high - low) / 2;
        while (line > low && table[line - 1] != '\n') --line;
        const std::size_t end = table.find('\n', line);
        const std::string_view found = name_at(table, line);
        if (found == name) return table.substr(line + name.size() + 1, end - line - name.size() - 1);
        if (found < name) low = end + 1;
        else high = line;
    }
    return {};
}

MathsSymbol symbol_of(char32_t glyph, char kind)
{
    switch (kind) {
    case 'v': return {glyph, Atom::kOrd, true, false};
    case 'r': return {glyph, Atom::kRel, false, false};
    case 'b': return {glyph, Atom::kBin, false, false};
    case 'l': return {glyph, Atom::kOp, false, false};
    case 'i': return {glyph, Atom::kOp, false, true};
    case 'p': return {glyph, Atom::kOpen, false, false};
    case 'q': return {glyph, Atom::kClose, false, false};
    case 'c': return {glyph, Atom::kPunct, false, false};
    default: return {glyph, Atom::kOrd, false, false};
    }
}

}  // namespace

MathsSymbol maths_symbol(std::string_view command)
{
    const std::string_view found = find(kSymbols, command);
    return found.empty() ? MathsSymbol{} : symbol_of(decode_utf8(found, 0).value, found.back());
}

MathsSymbol maths_character(char32_t character)
{
    std::string needle = " ";
    append_utf8(needle, character);
    const std::size_t at = kSymbols.find(needle);
    return symbol_of(character, at == std::string_view::npos ? 'o' : kSymbols[at + needle.size()]);
}

MathsCommand maths_command(std::string_view name)
{
    const std::string_view found = find(kCommands, name);
    if (found.empty()) return {};
    return {static_cast<MathsAction>(found[0]), found.substr(1)};
}

}  // namespace paperdeck
