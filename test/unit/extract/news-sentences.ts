/** One short news text of our own, with what must and must not be read from it: "subject | relation | object | factuality | speaker". */
export interface NewsSentence {
  readonly text: string;
  readonly must: readonly string[];
  /** Prefixes of what would be false. */
  readonly mustNot?: readonly string[];
}

/** Invented sentences on politics, war, courts, business, disaster, science, sport and culture. */
export const NEWS_SENTENCES: readonly NewsSentence[] = [
  // what is plainly wrong is not said
  {
    text: "The pact's author, Lord Ames, a retired judge, said both sides had given ground.",
    must: ["Ames | produced | pact | certain"],
    mustNot: ["author | *"],
  },
  {
    text: "Its director general, Lars Bergman, resigned on Monday.",
    must: ["Lars Bergman | holdsPosition | director general | certain"],
  },
  {
    text: "Prosecutors will ask for their detention to be extended.",
    must: [],
    mustNot: ["detention | hasStatus | extended | certain", "Prosecutors | hasStatus | *"],
  },
  {
    text: "Cholera, which is among the most feared diseases known, killed nine people in May.",
    must: ["Cholera | deathToll | nine | certain"],
    mustNot: ["* | rel:wasKilled | *"],
  },
  {
    text: "The council has not decided whether to send observers.",
    must: [],
    mustNot: ["* | ruled | *"],
  },
  {
    text: "Harland agreed to drop plans to cut rest breaks.",
    must: [],
    mustNot: ["* | reduced | *", "* | rel:cut | rest breaks | certain"],
  },
  {
    text: "The union called off the strike and the firm said it would eliminate 900 of its 14,000 jobs.",
    must: ["union | canceled | strike | certain"],
    mustNot: ["* | lifted | strike", "* | defeated | *"],
  },
  {
    text: "The crown, known as the Crown of Vale, was stolen, and restrictions on travel were eased.",
    must: ["crown | characterizedAs | Crown of Vale | certain"],
    mustNot: ["* | hasTopic | travel"],
  },
  {
    text: "The firm awarded its founder a bonus of £1.9m last year.",
    must: [],
    mustNot: ["* | * | bonus of £"],
  },
  {
    text: "The tunnel gave way on Sunday, and police named the driver as Otto Brink.",
    must: ["tunnel | hasStatus | given way | certain"],
    mustNot: ["* | provided | way", "* | appointed | *"],
  },
  {
    text: "A smuggler who forged passports was acquitted of arson on Friday.",
    must: ["smuggler | rel:forged | passports | certain", "smuggler | rel:wasAcquittedOf | arson | certain"],
    mustNot: ["* | produced | passports"],
  },
  {
    text: "The bridge collapsed in northern Chile, sending a lorry into the river.",
    must: ["bridge | hasStatus | collapsed | certain"],
    mustNot: ["* | damaged | bridge", "* | provided | lorry"],
  },
  {
    text: "The baker said she would appeal against the ruling.",
    must: [],
    mustNot: ["* | sued | ruling"],
  },
  {
    text: "The agency reviewed its safety rules, and a committee examined the contract.",
    must: ["agency | investigated | safety rules | certain", "committee | investigated | contract | certain"],
    mustNot: ["* | discussed | *"],
  },
  {
    text: "The coalition has not lost a vote since March.",
    must: [],
    mustNot: ["* | won | vote"],
  },
  {
    text: "Tomas Lind rewrote the speech, and nine visitors fell ill with cholera.",
    must: [
      "Tomas Lind | rel:rewrote | speech | certain",
      "nine visitors | rel:fellIllWith | cholera | certain",
    ],
    mustNot: ["* | rel:fellWith | *"],
  },
  {
    text: "The tablets are at least 2,000 years old, and a suspect is still at large.",
    must: [
      "tablets | hasStatus | at least 2,000 years old | certain",
      "suspect | hasStatus | at large | certain",
    ],
    mustNot: ["* | hasStatus | old |", "* | hasStatus | large |"],
  },
  {
    text: "Anna Berg struck twice late on to beat Rovers 3-2.",
    must: ["Anna Berg | defeated | Rovers | certain"],
  },
  {
    text: "Anna Berg trained in the hills to beat Maria Sole.",
    must: [],
    mustNot: ["* | rel:trainedIn | Maria Sole"],
  },
  {
    text: "It was not the cold that killed the bees, said the farmer.",
    must: ["the cold | killed | bees | negated"],
    mustNot: ["* | killed | bees | certain"],
  },
  {
    text: "Lena Holt is a sculptor who worked for Arden Press.",
    must: ["Lena Holt | worksFor | Arden Press | certain"],
  },
  {
    text: "The coins, on loan from Delft, were insured.",
    must: [],
    mustNot: ["* | rel:wasInsuredOn | *"],
  },
  // politics and diplomacy
  {
    text: "Norwegian Prime Minister Ingrid Solberg met Prime Minister Pavel Novak in Oslo on Monday.",
    must: ["Ingrid Solberg | met | Pavel Novak | certain", "Ingrid Solberg | headOf | Norway | certain"],
  },
  {
    text: "Ingrid Solberg and Pavel Novak met in Oslo.",
    must: ["Ingrid Solberg | met | Pavel Novak | certain"],
  },
  {
    text: "The government could provide air defence systems to Moldova, Solberg said.",
    must: ["* | provided | air defence systems | possible | Solberg"],
    mustNot: ["* | provided | air defence systems | certain"],
  },
  {
    text: "Solberg ruled out sending Norwegian soldiers to Libya.",
    must: [
      "Solberg | ruledOut | sending Norwegian soldiers to Libya | certain",
      "Norwegian soldiers | deployedTo | Libya | ruled_out",
    ],
    mustNot: ["* | deployedTo | Libya | certain"],
  },
  {
    text: "France and Germany have discussed lifting sanctions on Belarus.",
    must: [
      "France | discussed | lifting sanctions on Belarus | certain",
      "Germany | discussed | lifting sanctions on Belarus | certain",
    ],
    mustNot: ["* | lifted | * | certain"],
  },
  { text: "Parliament rejected the budget on Thursday.", must: ["Parliament | rejected | budget | certain"] },
  {
    text: "The treaty was signed by Canada and Mexico.",
    must: ["Canada | signed | treaty | certain", "Mexico | signed | treaty | certain"],
  },
  {
    text: "Brazil did not sign the treaty.",
    must: ["Brazil | signed | treaty | negated"],
    mustNot: ["Brazil | signed | treaty | certain"],
  },
  {
    text: "Chile refused to sign the treaty.",
    must: ["Chile | signed | treaty | ruled_out"],
    mustNot: ["Chile | signed | treaty | certain"],
  },
  {
    text: "If Peru leaves the alliance, Chile will withdraw from the treaty.",
    must: ["Chile | withdrewFrom | treaty | hypothetical"],
    mustNot: ["Peru | withdrewFrom | alliance | certain", "Chile | withdrewFrom | treaty | certain"],
  },
  {
    text: "The minister said that the talks would resume in March.",
    must: ["talks | hasStatus | resumed | certain | minister"],
  },
  {
    text: "The coalition, which includes over 20 countries, met in Geneva.",
    must: ["coalition | hasSize | 20+ | certain"],
  },
  { text: "Turkey is a member of NATO.", must: ["Turkey | memberOf | NATO | certain"] },
  // war
  {
    text: "Rebels attacked a military base near Goma, the army said.",
    must: ["Rebels | attacked | military base | certain | army"],
  },
  {
    text: "The army denied that its troops had attacked the village.",
    must: ["* | attacked | village | negated | army"],
    mustNot: ["* | attacked | village | certain"],
  },
  {
    text: "Two villages were shelled by Russian troops.",
    must: ["Russian troops | attacked | Two villages | certain"],
  },
  {
    text: "According to the United Nations, the rebels released 40 hostages.",
    must: ["rebels | released | 40 hostages | certain | United Nations"],
  },
  // courts
  {
    text: "A court in Madrid sentenced the former mayor to six years in prison.",
    must: ["former mayor | sentencedTo | six years in prison | certain"],
  },
  { text: "Prosecutors charged the banker with fraud.", must: ["banker | chargedWith | fraud | certain"] },
  {
    text: "The banker was acquitted of fraud.",
    must: ["banker | convictedOf | fraud | negated"],
    mustNot: ["banker | convictedOf | fraud | certain"],
  },
  { text: "Police arrested three men after the robbery.", must: ["Police | arrested | three men | certain"] },
  { text: "The singer sued the studio over unpaid fees.", must: ["singer | sued | studio | certain"] },
  { text: "The Supreme Court overturned the ban.", must: ["Supreme Court | overturned | ban | certain"] },
  {
    text: "The senator is accused of taking bribes.",
    must: [],
    mustNot: ["senator | rel:took | bribes | certain"],
  },
  // business
  {
    text: "Kestrel Foods acquired the bakery for $40 million.",
    must: ["Kestrel Foods | acquired | bakery | certain"],
  },
  {
    text: "The bakery was bought by Kestrel Foods in 2019.",
    must: ["Kestrel Foods | acquired | bakery | certain"],
  },
  {
    text: "Kestrel Foods plans to buy the bakery.",
    must: ["Kestrel Foods | acquired | bakery | proposed"],
    mustNot: ["Kestrel Foods | acquired | bakery | certain"],
  },
  {
    text: "Maria Lopez, the chief executive of Kestrel Foods, resigned on Friday.",
    must: ["Maria Lopez | ceoOf | Kestrel Foods | certain"],
  },
  {
    text: "The airline will launch a new route to Malta next year.",
    must: ["airline | launched | new route to Malta | certain"],
  },
  {
    text: "The carmaker is expected to close its plant.",
    must: [],
    mustNot: ["carmaker | rel:closed | its plant | certain"],
  },
  {
    text: "Analysts fear that the bank may collapse.",
    must: ["bank | hasStatus | collapsed | possible | Analysts"],
    mustNot: ["bank | hasStatus | collapsed | certain"],
  },
  // disaster
  {
    text: "The earthquake killed 120 people and destroyed a hospital.",
    must: ["earthquake | deathToll | 120 | certain", "earthquake | damaged | hospital | certain"],
  },
  {
    text: "Firefighters rescued a boy from the flooded house.",
    must: ["Firefighters | rescued | boy | certain"],
  },
  { text: "The storm caused floods in Wales.", must: ["storm | caused | floods in Wales | certain"] },
  { text: "The bridge collapsed on Sunday.", must: ["bridge | hasStatus | collapsed | certain"] },
  {
    text: "Hundreds of villagers were evacuated.",
    must: ["Hundreds of villagers | hasStatus | evacuated | certain"],
  },
  // science and health
  {
    text: "Scientists discovered a new species of frog in Peru.",
    must: ["Scientists | discovered | new species of frog | certain"],
  },
  {
    text: "Coffee reportedly prevents headaches.",
    must: ["Coffee | deterred | headaches | probable"],
    mustNot: ["Coffee | deterred | headaches | certain"],
  },
  {
    text: "It is unclear whether the vaccine protects children.",
    must: [],
    mustNot: ["vaccine | * | children | certain"],
  },
  { text: "The probe landed on the Moon on Wednesday.", must: ["probe | arrivedIn | Moon | certain"] },
  // sport and culture
  { text: "Brazil beat Argentina 2-1 in the final.", must: ["Brazil | defeated | Argentina | certain"] },
  { text: "Argentina lost to Brazil.", must: ["Brazil | defeated | Argentina | certain"] },
  { text: "The novelist won the Booker Prize.", must: ["novelist | won | Booker Prize | certain"] },
  {
    text: "The director praised the actors and criticised the studio.",
    must: ["director | praised | actors | certain", "director | criticized | studio | certain"],
  },
  {
    text: '"We never signed that contract," the striker told reporters.',
    must: ["striker | told | reporters | certain"],
    mustNot: ["* | signed | that contract | certain"],
  },
  {
    text: "The museum failed to sell the painting.",
    must: [],
    mustNot: ["museum | acquired | painting | certain", "museum | rel:sold | painting | certain"],
  },
  // conditions, counted people, phrases told apart by a participle, spans of time
  {
    text: "The port cannot be rebuilt without foreign money.",
    must: ["port | requires | foreign money | certain"],
    mustNot: ["port | hasStatus | rebuilt"],
  },
  {
    text: "Farmers facing drought rejected the tax.",
    must: ["Farmers facing drought | rejected | tax | certain"],
    mustNot: ["Farmers facing drought | * | drought"],
  },
  {
    text: "At least 40 miners were injured.",
    must: ["At least 40 miners | hasStatus | injured | certain"],
  },
  {
    text: "The summit will take place next week.",
    must: ["summit | tookPlaceOn | next week | certain"],
  },
  // whoever calls or rates is the source; a name in apposition; offices; where is not who
  {
    text: "Editors called the law shameful.",
    must: ["law | characterizedAs | shameful | certain | Editors"],
  },
  {
    text: "Ingrid Solberg dismissed her deputy, Karl Maier.",
    must: ["Ingrid Solberg | dismissed | Karl Maier | certain"],
  },
  {
    text: "Ada Lind was elected mayor of Graz.",
    must: ["Ada Lind | holdsPosition | mayor of Graz | certain"],
  },
  { text: "Ada Lind takes office on June 3.", must: ["Ada Lind | rel:tookOffice | 2024-06-03 | certain"] },
  {
    text: "The storm killed 40 people in Chile.",
    must: ["storm | deathToll | 40 | certain"],
    mustNot: ["Chile | killed", "Chile | deathToll"],
  },
  { text: "Forty people were killed in Chile.", must: [], mustNot: ["Chile | killed", "Chile | deathToll"] },
  {
    text: "The committee failed to reach agreement.",
    must: [],
    mustNot: ["committee | hasStatus | failed", "committee | * | agreement | certain"],
  },
  // nouns before names, amounts
  {
    text: "The club signed Brazilian striker Caio Prates.",
    must: [
      "Caio Prates | characterizedAs | striker | certain",
      "Caio Prates | citizenOf | Brazilian | certain",
    ],
  },
  {
    text: "The company lost $2.5 billion of its value.",
    must: [],
    mustNot: ["company | earned", "company | * | $"],
  },
  // an office as complement or after "as"; elsewhere its noun is who holds it
  {
    text: "Ada Lind was appointed as director of the museum.",
    must: ["Ada Lind | holdsPosition | director of the museum | certain"],
    mustNot: ["Ada Lind | rel:wasAppointedAs"],
  },
  {
    text: "Pavel Novak serves as mayor of Graz.",
    must: ["Pavel Novak | holdsPosition | mayor of Graz | certain"],
    mustNot: ["Pavel Novak | rel:servedAs"],
  },
  // nouns beside names
  {
    text: "His barrister, Colin Marsh, told the panel that the driver had been ill.",
    must: ["Colin Marsh | told | panel | certain", "driver | hasStatus | ill | certain | Colin Marsh"],
  },
  {
    text: "The mayor accused the timber company Brask of having ignored a warning.",
    must: ["mayor | accused | Brask | certain", "Brask | rel:ignored | warning | certain | mayor"],
    mustNot: ["mayor | rel:ignored"],
  },
  {
    text: "A caretaker named Otto Lind hid the paintings in a mine.",
    must: ["Otto Lind | rel:hidIn | mine | certain"],
    mustNot: ["* | characterizedAs | Otto Lind"],
  },
  {
    text: "Two witnesses, Ana Ruiz and Jo Park, described the car.",
    must: [],
    mustNot: ["Ana Ruiz | characterizedAs | Two witnesses"],
  },
  // courts
  {
    text: "Peter Grimm denies three counts of fraud and one of perjury.",
    must: ["Peter Grimm | chargedWith | fraud | certain", "Peter Grimm | chargedWith | perjury | certain"],
  },
  {
    text: "Ida Holm pleaded not guilty to a charge of arson.",
    must: ["Ida Holm | chargedWith | arson | certain"],
    mustNot: ["Ida Holm | convictedOf | * | certain"],
  },
  {
    text: "The court heard that there was no witness.",
    must: ["witness | hasStatus | existent | negated"],
  },
  {
    text: "A spokesman said that no further arrests were planned.",
    must: [],
    mustNot: ["* | * | * | certain"],
  },
  // what is done to whom, with whom, how
  {
    text: "Divers pulled nine people from the river.",
    must: ["Divers | rescued | nine people | certain"],
    mustNot: ["* | rescued | river"],
  },
  {
    text: "The prisoners will be moved by bus to Leeds on Friday.",
    must: [],
    mustNot: ["bus | *"],
  },
  {
    text: "Sofia Lund flew to Oslo for talks with Erik Berg.",
    must: ["Sofia Lund | met | Erik Berg | proposed"],
    mustNot: ["Sofia Lund | met | Erik Berg | certain"],
  },
  {
    text: "The striker was offered a new contract.",
    must: ["striker | rel:wasOffered | new contract | certain"],
  },
  { text: "The mill was sold for $9 million.", must: ["mill | valuedAt | $9 million | certain"] },
  {
    text: "Shares in the brewer fell 9% to 3.12 euros.",
    must: [],
    mustNot: ["* | defeated"],
  },
  { text: "The dispute came to light in May.", must: ["dispute | hasStatus | come to light | certain"] },
  { text: "Talks between the unions continue.", must: ["Talks | hasStatus | ongoing | certain"] },
  {
    text: "Mara Voss, who became mayor and police chief, is 61.",
    must: ["Mara Voss | rel:hasAge | 61 | certain"],
  },
  {
    text: "The number of dead rose to 26, the mayor said.",
    must: ["number of dead | deathToll | 26 | certain | mayor"],
  },
  { text: "The death toll climbed to 31 on Friday.", must: ["death toll | deathToll | 31 | certain"] },
  // bodies and where they are
  {
    text: "Skylark Airways cut 200 jobs. The Irish carrier will close a base in Porto, Portugal.",
    must: ["Irish carrier | locatedIn | Irish | certain", "Porto | locatedIn | Portugal | certain"],
  },
  { text: "The ferry reached Nice, Genoa and Naples.", must: [], mustNot: ["Nice | locatedIn"] },
  {
    text: "Italy's Marco Denti beat Dana Wu of Brightline Research.",
    must: [
      "Marco Denti | citizenOf | Italy | certain",
      "Dana Wu | worksFor | Brightline Research | certain",
      "Marco Denti | defeated | Dana Wu | certain",
    ],
  },
  {
    text: "Lena Abrams, a hydrologist at the University of Vermont, reviewed the study.",
    must: ["Lena Abrams | worksFor | University of Vermont | certain"],
  },
  {
    text: "Lena Abrams, a patient at the Royal Hospital, praised the nurses.",
    must: [],
    mustNot: ["Lena Abrams | worksFor"],
  },
  // what is said of a noun, and by whom
  {
    text: "The firm is building a plant that it says would employ 45 people.",
    must: ["plant | hasSize | 45 | certain | firm"],
    mustNot: ["firm | hasSize"],
  },
  {
    text: "Officials seized a boat that police believe carried drugs.",
    must: ["boat | rel:carried | drugs | probable | police"],
    mustNot: ["police | rel:believes | boat"],
  },
  {
    text: 'She called the closure of the base, which employs 310 people, "deeply disappointing".',
    must: ["closure of the base | characterizedAs | deeply disappointing | certain"],
  },
  {
    text: "A study of 9,000 people that was published on Tuesday found a link.",
    must: ["study of 9,000 people | hasStatus | published | certain"],
  },
  {
    text: "Prosecutors did not charge Paul Adeyemi with causing the fire.",
    must: [],
    mustNot: ["* | caused | fire | certain"],
  },
  {
    text: "Canada urged Rwanda to pull its forces out of Congo.",
    must: ["forces | withdrewFrom | Congo | proposed"],
    mustNot: ["* | rescued"],
  },
  {
    text: "The regulator fined Torrent Semiconductor €870 million.",
    must: ["regulator | fined | Torrent Semiconductor | certain"],
  },
  {
    text: "Shares in the brewer fell 2.4 percent.",
    must: ["Shares in the brewer | reduced | 2.4 percent | certain"],
  },
  {
    text: "A pharmacist who sold fake drugs was jailed on Friday. Victor Anand, 49, showed no emotion.",
    must: ["pharmacist | rel:sold | fake drugs | certain"],
  },
  // how much, how many, when
  {
    text: "The firm agreed a £38m move and a contract worth £9 million.",
    must: ["£38m move | valuedAt | £38m | certain", "contract | valuedAt | £9 million | certain"],
  },
  { text: "The firm reported a $38 million loss.", must: [], mustNot: ["* | valuedAt"] },
  {
    text: "The nine members of the Harbour Committee met on Monday.",
    must: ["Harbour Committee | hasSize | nine | certain"],
  },
  { text: "He took power in a coup in 2021.", must: ["coup | tookPlaceOn | 2021 | certain"] },
  // people and nations
  {
    text: "Frenchman Bastien Corlay met American Coco Gauff.",
    must: [
      "Bastien Corlay | citizenOf | Frenchman | certain",
      "Coco Gauff | citizenOf | American | certain",
      "Bastien Corlay | met | Coco Gauff | certain",
    ],
  },
  { text: "The Germans signed the treaty.", must: ["Germans | signed | treaty | certain"] },
  {
    text: "Researchers from Oxford University praised the plan.",
    must: ["Researchers from Oxford University | worksFor | Oxford University | certain"],
  },
  {
    text: "British and French soldiers left Mali.",
    must: [
      "British and French soldiers | partOf | British | certain",
      "British and French soldiers | partOf | French | certain",
    ],
  },
  {
    text: "There was no deal, and there was no reason to wait.",
    must: [],
    mustNot: ["deal | hasStatus | existent", "reason | hasStatus | existent"],
  },
  {
    text: "Opening the case for the prosecution, Ida Holm described the fire.",
    must: [],
    mustNot: ["* | sued"],
  },

  // roles and offices
  {
    text: "Former treasurer of the Liberal Party Alan Brook was sentenced to four years in prison.",
    must: [
      "Alan Brook | holdsPosition | Former treasurer of the Liberal Party | certain",
      "Alan Brook | sentencedTo | four years | certain",
    ],
  },
  {
    text: "Judge Maria Calloway of the federal court in Tampa dismissed the claim.",
    must: ["Maria Calloway | worksFor | federal court in Tampa | certain"],
  },
  {
    text: "Clara Moss, a farmer from Namur and member of the Farmers' Union, left.",
    must: ["Clara Moss | memberOf | Farmers' Union | certain"],
  },
  {
    text: "Clara Moss, a teacher and his wife, left the Farmers' Union.",
    must: [],
    mustNot: ["Clara Moss | memberOf | Farmers' Union"],
  },
  {
    text: "Joan Thackray, of Wexcombe, started the campaign.",
    must: ["Joan Thackray | residesIn | Wexcombe | certain"],
  },
  {
    text: "The German electric car maker Lantu sued Norvik Steel.",
    must: ["Lantu | locatedIn | German | certain", "Lantu | characterizedAs | electric car maker | certain"],
  },
  {
    text: "The engineers thanked the biologist Clara Moss.",
    must: ["engineers | praised | Clara Moss | certain"],
  },
  // charges and what stands behind them
  {
    text: "Police arrested three men on suspicion of smuggling cocaine.",
    must: ["three men | chargedWith | smuggling cocaine | certain"],
    mustNot: ["three men | chargedWith | suspicion"],
  },
  {
    text: "A man from Leeds was charged with murder.",
    must: ["man from Leeds | chargedWith | murder | certain"],
    mustNot: ["man from Leeds | hasStatus | charged"],
  },
  // change and amounts
  {
    text: "Unemployment in Spain rose by 36,000 in August.",
    must: ["Unemployment in Spain | increased | 36,000 | certain"],
    mustNot: ["Unemployment in Spain | hasStatus | risen"],
  },
  {
    text: "The bank cut its main rate by a point to 2.75 percent.",
    must: ["main rate | hasSize | 2.75 percent | certain"],
  },
  { text: "The bank cut its ties to 12 firms.", must: [], mustNot: ["* | hasSize"] },
  {
    text: "The strike was costing the company 12 million kroner a day.",
    must: ["strike | valuedAt | 12 million kroner | certain"],
    mustNot: ["12 million kroner | valuedAt"],
  },
  {
    text: "Halden Town beat Bergen Rovers 3-1 on Saturday.",
    must: ["Halden Town | defeated | Bergen Rovers | certain"],
  },
  {
    text: "The storm left 40,000 people without electricity.",
    must: ["storm | affected | 40,000 people | certain"],
  },
  { text: "Clara Moss left the house without a coat.", must: [], mustNot: ["Clara Moss | affected"] },
  // acts that nouns name
  {
    text: "Farmers marched through Brussels in protest at the trade deal.",
    must: ["Farmers | protestedAgainst | trade deal | certain"],
  },
  { text: "Two farmers died in an attack on the convoy.", must: [], mustNot: ["Two farmers | attacked"] },
  {
    text: "Russia and Kazakhstan signed an agreement on Friday.",
    must: ["Russia | agreedWith | Kazakhstan | certain"],
  },
  {
    text: "Clara Moss and Arne Lind signed the petition.",
    must: [],
    mustNot: ["Clara Moss | agreedWith | Arne Lind"],
  },
  {
    text: "The quake was followed by dozens of aftershocks.",
    must: ["dozens of aftershocks | happenedAfter | quake | certain"],
  },
  {
    text: "The vote cleared the way for a referendum.",
    must: [],
    mustNot: ["vote | approved", "vote | rel:cleared | way"],
  },

  // bodies called by their kind
  {
    text: "Priya Raman of the consumer group Farewatch left. Corvane was bought by the Spanish group Iberavia.",
    must: [
      "Priya Raman | worksFor | group Farewatch | certain",
      "group Iberavia | acquired | Corvane | certain",
      "Iberavia | locatedIn | Spanish | certain",
    ],
    mustNot: ["Spanish group | acquired | Corvane"],
  },
  {
    text: "Analysts at Marlow Peel left the room.",
    must: ["Analysts at Marlow Peel | worksFor | Marlow Peel | certain"],
  },
  { text: "Fans at Mill Lane left the room.", must: [], mustNot: ["* | worksFor | Mill Lane"] },
  {
    text: "Arne Lind, who took over in March from Dame Ruth Kell, resigned.",
    must: ["Arne Lind | succeeded | Ruth Kell | certain"],
  },
  // what is arranged is not yet so
  {
    text: "Norvik Steel is to close its plant. Norvik Steel is due to open a mill in Bergen.",
    must: ["Norvik Steel | rel:closed | its plant | proposed", "Norvik Steel | launched | mill | proposed"],
    mustNot: ["Norvik Steel | rel:closed | its plant | certain"],
  },
  { text: "The delay was due to fog.", must: [], mustNot: ["* | * | * | probable"] },
  // courts
  {
    text: "A court acquitted Arne Lind of bribery.",
    must: ["Arne Lind | convictedOf | bribery | negated", "Arne Lind | chargedWith | bribery | certain"],
    mustNot: ["Arne Lind | convictedOf | bribery | certain"],
  },
  {
    text: "Police arrested a banker as part of an inquiry into fraud.",
    must: ["Police | arrested | banker | certain"],
    mustNot: ["banker | partOf"],
  },
  // movement, votes, prices
  {
    text: "The museum returned twelve statues to Nigeria.",
    must: ["museum | rel:returned | twelve statues | certain"],
    mustNot: ["museum | visited", "museum | arrivedIn"],
  },
  {
    text: "Workers voted 812 to 304 for the offer.",
    must: [],
    mustNot: ["Workers | * | 812 to 304", "Workers | * | 812"],
  },
  {
    text: "The ship was built at a cost of 420 million euros.",
    must: ["ship | valuedAt | 420 million euros | certain"],
  },
  { text: "The ship was built at a yard in Bergen.", must: [], mustNot: ["ship | valuedAt"] },
  { text: "The minister welcomed the ruling.", must: ["minister | praised | ruling | certain"] },
  {
    text: "The data are free, said project manager Ines Duarte.",
    must: ["Ines Duarte | holdsPosition | project manager | certain"],
  },

  // what an apposition or a relative clause says
  {
    text: "The United Nations accuses Rwanda of backing the rebels, a charge that Kigali denies.",
    must: ["Kigali | denied | charge | certain"],
    mustNot: ["* | accused | Rwanda | certain | charge"],
  },
  {
    text: "Senator Ann Poe, a Democrat, and Arne Lind, the Democrat's lawyer, met.",
    must: ["Ann Poe | memberOf | Democrat | certain"],
    mustNot: ["Arne Lind | memberOf | Democrat"],
  },
  {
    text: "The Bank of Norland's deputy governor, Martin Cole, resigned.",
    must: [
      "Martin Cole | worksFor | Bank of Norland | certain",
      "Martin Cole | holdsPosition | Bank of Norland's deputy governor | certain",
    ],
    mustNot: ["Martin Cole | headOf"],
  },
  {
    text: "The Greens chose Birgit Aune as their candidate for mayor of Bergen.",
    must: ["Greens | appointed | Birgit Aune | certain"],
    mustNot: ["* | headOf | Bergen"],
  },
  // where somebody is taken from, appears or dies
  {
    text: "Halden City signed defender Luka Peric from Bergen Rovers.",
    must: ["Halden City | acquired | Luka Peric | certain"],
    mustNot: ["Luka Peric | worksFor | Bergen Rovers"],
  },
  {
    text: "The boy appeared at Luton Youth Court on Monday.",
    must: ["boy | rel:appearedAt | Luton Youth Court | certain"],
  },
  { text: "The boy appeared at noon.", must: [], mustNot: ["boy | rel:appearedAt"] },
  {
    text: "Liam Foster was stabbed to death in a park.",
    must: ["Liam Foster | hasStatus | stabbed to death | certain"],
  },
  // what is blocked and what is banned
  {
    text: "Dockworkers blocked the entrance to the port.",
    must: ["Dockworkers | rel:blocked | entrance to the port | certain"],
    mustNot: ["Dockworkers | banned"],
  },
  { text: "The ministry blocked the takeover.", must: ["ministry | banned | takeover | certain"] },

  // acts as crimes, silence, and people without size
  {
    text: "Arne Lind was convicted of stealing cars. Pavel Novak was found guilty of forging cheques.",
    must: [
      "Arne Lind | convictedOf | stealing cars | certain",
      "Pavel Novak | convictedOf | forging cheques | certain",
    ],
    mustNot: ["Arne Lind | hasStatus | convicted"],
  },
  { text: "Norvik Steel declined to comment.", must: [], mustNot: ["Norvik Steel | rejected"] },
  {
    text: "Norvik Steel declined to comment on the deal.",
    must: ["Norvik Steel | rejected | comment on the deal | certain"],
  },
  {
    text: "Clara Moss had 15 minutes to leave. The union has 4,000 members.",
    must: ["union | hasSize | 4,000 members | certain"],
    mustNot: ["Clara Moss | hasSize"],
  },
];
