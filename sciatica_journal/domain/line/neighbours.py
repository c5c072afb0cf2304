"""English words one slip away from a word of the line: forgiving of spelling never changes them.

Found by comparing the vocabulary with SCOWL's largest English word lists (American and British spelling).
"""

from typing import Final

_WORDS: Final = """
affer afters afunction ahigh aking alter alves amiles ancle ancles anele aneles anergy angle angles anile ankee
ankled anklet anklets ankole ankoles anole anoles apter aright arter asleep asphalts aster atingle atrail atter
awaking backachy bains baking balked balking beaker befire beore bight biked biking biles biliteral bingers
bingle bingled bingles bingling bittock bittocks blared bleep blimped blimping bogged bogging borning brack
brail brails brass bright broads bunning caffs cains caking calas calces califs calked calking calks calles
calls calms calos calps calrs calve calved calver calvers calvus calxes carves cauves caves chins cingle claves
cleep clept clingers clute cogged cogging corning cours crack crass cunning curing dafter daring dauring dering
deters dight diked diking dingers dingle dingled dingles dingling dingly dogged dogging drack drail drails
duality duding duing duking dumbness dunning duping durning eeling efford efform efforts eight eiked eiking
elute elutes enfort equality ettled fains faking fankle fankles fared fealing feared feebling feeding feedings
feeing feering feerings feesing feezing felling ferling fettled fight fiked fiking files fingered fingering
flaked flamed flare flarer flares flated flawed flayed flimped flimping flingers flute flutes fogged fogging
forst fours frack frail frails frass fright fueling functions funning futtock futtocks gains giles gimped
gimping gingered gingering gingers gingle gingled gingles gingling glared glass glues glume glumes glutei gluten
glutens gluteus gluts goads gorst grabs grads grail grails grams grans grasp grasps grasse grassi grassy gravs
grays gross gruss gunning guring hafter hains halfs halves hamstrung hankle heals heeds heeling heelings heils
hele heles hells herls hided hiding hieing highs hight hiker hikes hingers hingle hired hiring hived hiving
hoars hoers hogged hogging hoiked hoiking hoked hoking horning horst horus houfs houri houris houss houts imped
imping ingle ingles inkle inkles jagged jagging jains jeeling jeels jigged jigging jingle jingled jingles
jingling jingly jogger joggings joggled joggling jours jugged jugging junction juring kains keeling keelings
keels kight kingle kingles kingling kingly klute kneed kneel kneels knies laking lamped lamping lavement
lavements leaker lidgers liegers ligers liggers liked liking liles limbed limbing limed liming limned limning
limper limpet limpid limpin limpings linders liners lingels linger lingerer lingerings lingle lingles linkers
linters lipped lipping lisped lisping loads logged logging longers lours lumped lumping lungers luring lutes
mailes mains making males maters matres meares meers meeters meles melters meres meteors metes metred metros
mettled mewers meyers miked mikes miking milds miler milers miley milfs milks milles mills milometer milometers
milos milts mimes mines mingle mingled mingles mingling minuet minuets minuses minuted minuter minutest mires
mises miters mites mitres mixes mlles moaning modo mogged mogging moiles moles mooning morling mornings morsing
mourning mules muring myles needle needled needler needlers needless neeles nettled niles nilometer ningle
nogged nogging nunning ofter oilometer orad otes paiks pails paine paint paints pairs pani patins pavins pawns
peaker peeling peelings peels peins peters petres pettled pian pians pight piked piking piles pimped pimping
pingers pingle pingled pingles pingling plains pours punction punning puring puttock puttocks pyins qualify
rafter rails rains raking rankle rankles reads reeling reelings reels renning rhoads richt righto rights righty
riles ringers ringle ringling rinning roady roams roans roars roda ronning roods ruining runnings sains salves
savement seeling seelings seels setted settle settler settles shans sheels sheep shias shies shims shina shine
shines shing shiny ships shirs shisn shits shivs shuns sidewalks sidewall sight siking siles singers single
singled singles singling singly siress skins sleek sleeps sleer sleet slemp slent slingers slipt smiles snees
sogged sogging sorning sours spains spins steep stept strack strail strass streps stresser stresses strews
sunning suring suttled sweep swept tails tains taking talked talking tangle tangled tangles tangling tangly
tankle tarlac tarmacs tarman teels thack thight thigs thingly thins thrack thrail tight tiles tinge tinged
tingeing tinges tingey tinging tingler tinglers tingley tinglings tinguy tinily tinkle tinkled tinkles tinkling
tinkly toads togged togging tose tours trace traci tracks tract tracy traik traiks traily train trains trait
traits trank trask trass trawl trawls treadmills treck tress tressed trial trials trick tringle tringles troads
trock truck tryck tunning turing tweaker twingle tyigh unction valves viking wacked wacking wading wafter waging
wains waked waker wakings waled waling walke walker walkings walkling walled walling waning wanked wanking
wankle waring warked warking warst wauked wauking waulked waulking wavement waving waxing waying weaken weaner
wearer weaser weaver weels weka welked welker welking wesker wheels whins wight wiking wiles wimped wimping
wingers wingle woads woden woking wooded woodeny woodhen woodmen woolen wooten worden worset worsts worts wrack
wraker wreaker wright wurst yours zingers
"""

ENGLISH: Final = frozenset(_WORDS.split())
