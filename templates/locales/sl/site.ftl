### Kar bere javnost: domača stran, obravnava, poglavje, register.

site-authorities-title = Javne obravnave
site-authorities-lead = Osnutki, ki jih organi dajejo v javno obravnavo, in odgovori na vaše pripombe.
site-authorities-open = { $count ->
    [one] { $count } odprta obravnava
    [two] { $count } odprti obravnavi
    [few] { $count } odprte obravnave
   *[other] { $count } odprtih obravnav
}
site-authorities-none-open = nobena obravnava ni odprta
site-authorities-empty = Ni še nobenega organa.

site-home-title = Javne obravnave
site-home-lead = Preberite osnutke, preden so sprejeti, in povejte, kaj je treba popraviti. Na vsako pripombo odgovorimo z odločitvijo in razlogom.
site-home-read = Preberi osnutek
site-home-none-open = Trenutno ni odprta nobena obravnava. Naročite se na obvestila in izvedeli boste za naslednjo.
site-home-readable = Osnutek je že objavljen, pripombe sprejemamo od odprtja
site-home-unreadable = Osnutek bo objavljen ob odprtju
site-home-from = Od { $day }
site-home-to = do { $deadline }
site-home-answering = Pripravljamo stališča
site-home-answered =
    Odgovorjeno na { $answered } od { $total } { $total ->
        [one] pripombe
       *[other] pripomb
    }
site-home-expected = predvidoma do { $day }
site-home-done = Odgovorjeno in sprejeto
site-home-done-note = { $count ->
    [0] Pripomb ni bilo
    [1] Objavljeno je stališče do { $count } pripombe
    [2] Objavljeni sta stališči do { $count } pripomb
    [one] Objavljena so stališča do { $count } pripombe
   *[other] Objavljena so stališča do { $count } pripomb
}

site-until = Do

site-closed-on = Rok je potekel v { $deadline }

site-days = { $count ->
    [one] { $count } dan
    [two] { $count } dni
    [few] { $count } dni
   *[other] { $count } dni
}
site-days-today = danes
site-days-last = je zadnji dan
site-days-opens = se odpre
site-days-to-closing = do konca roka
site-days-to-opening = do odprtja

site-count-submissions = { $count ->
    [one] { $count } vloga
    [two] { $count } vlogi
    [few] { $count } vloge
   *[other] { $count } vlog
}
site-count-comments = { $count ->
    [one] { $count } pripomba
    [two] { $count } pripombi
    [few] { $count } pripombe
   *[other] { $count } pripomb
}
site-count-goals = { $count ->
    [one] { $count } cilj
    [two] { $count } cilja
    [few] { $count } cilji
   *[other] { $count } ciljev
}
site-count-no-goals = brez ciljev

site-over = Javna obravnava od { $opening } do { $closing }

site-state-read = Preberi osnutek
site-state-comment = Pripomba na celoten osnutek
site-state-opens = Odpre se v { $opening }, in bo odprto do { $deadline }.
site-state-readable = Osnutek lahko preberete že zdaj, pripombe pa oddate od odprtja.
site-state-unreadable = Takrat objavimo osnutek in obrazec.
site-state-expected = Odgovore objavimo predvidoma do { $day }.
site-state-share = { $part } od { $total }
site-state-approved =
    { $total ->
        [one] pripombe
       *[other] pripomb
    } { $part ->
        [one] ima
        [two] imata
        [few] imajo
       *[other] ima
    } potrjeno stališče
site-state-answered =
    { $total ->
        [one] pripombe
       *[other] pripomb
    } { $part ->
        [one] ima
        [two] imata
        [few] imajo
       *[other] ima
    } objavljeno stališče
site-state-withdrawn = Organ je obravnavo umaknil. Razlog je v dnevniku roka.
site-state-adopted = { $body }: besedilo je bilo sprejeto v { $day }.
site-state-released = Stališča do vseh pripomb smo objavili v { $day }.

site-purpose-title = Za kaj gre

site-changes-title = Kaj se je spremenilo
site-changes-over = Različica { $before } z dne { $before_day } in različica { $after } z dne { $after_day }
site-changes-counts = Spremenjeni odstavki in cilji: { $changed }. Novi: { $added }. Črtani: { $removed }.
site-changes-none = Besedilo je tako, kot je bilo dano v javno obravnavo.
site-changes-legend = Legenda:
site-changes-deleted = izbrisano
site-changes-inserted = dodano
site-changes-paragraph = Odstavek { $number }
site-changes-equal =
    { $count ->
        [one] { $count } del je enak
        [two] { $count } dela sta enaka
        [few] { $count } deli so enaki
       *[other] { $count } delov je enakih
    }
site-sections-adopted = Sprejeto besedilo po poglavjih
site-sections-title = Osnutek po poglavjih
site-sections-total =
    Skupaj { $goals ->
        [one] { $goals } cilj
        [two] { $goals } cilja
        [few] { $goals } cilji
       *[other] { $goals } ciljev
    } in { $comments ->
        [one] { $comments } pripomba
        [two] { $comments } pripombi
        [few] { $comments } pripombe
       *[other] { $comments } pripomb
    } v { $submissions ->
        [one] { $submissions } vlogi
       *[other] { $submissions } vlogah
    }. Stanje: { $moment }.

site-decision-title = Kdo odloča in kako
site-working-group =
    { $count ->
        [one] V delovni skupini je { $count } oseba
        [two] V delovni skupini sta { $count } osebi
        [few] V delovni skupini so { $count } osebe
       *[other] V delovni skupini je { $count } oseb
    }
site-privacy-title = Kaj se zgodi s podatki
site-decision-outcomes =
    Odločitev je ena od petih: upoštevano, delno upoštevano, ni upoštevano, seznanjeni, ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }.
site-decision-reason = Razlog je napisan pri vsaki pripombi. Stališče pred objavo potrdi še drug član ali članica.
site-decision-together = Vsa stališča objavimo hkrati.

site-aside-label = Potek, obveščanje in stik

site-contact-title = Druge poti in vprašanja
site-contact-other = Pripombe sprejmemo tudi po pošti in osebno: { $address }. Veljajo enako kot spletne.

site-timeline-title = Potek
site-timeline-preparation = Priprava osnutka
site-timeline-announcement = Napoved
site-timeline-window = Javna obravnava
site-timeline-answers = Stališča do pripomb
site-timeline-adoption = Odločanje o končnem besedilu

site-ledger-title = Dnevnik roka
site-ledger-announced =
    Napovedano: od { $opening } do { $deadline }. Rok traja { $days ->
        [one] { $days } dan
       *[other] { $days } dni
    }.
site-ledger-opened = Odprto.
site-ledger-extended =
    Podaljšano do { $deadline }. Rok traja { $days ->
        [one] { $days } dan
       *[other] { $days } dni
    }.
site-ledger-closed = Zaprto.
site-ledger-withdrawn = Umaknjeno.
site-ledger-reason = Razlog: { $reason }
site-ledger-changes = Spremembe
site-ledger-unchanged = Rok se ni spremenil. Vsako podaljšanje bi bilo vpisano tukaj, z razlogom.

site-section-menu = Poglavja in odstavki
site-section-nav = Poglavja
site-section-adopted = Sprejeto besedilo, različica { $number } z dne { $day }
site-section-revision = Osnutek, različica { $number } z dne { $day }
site-section-open = pripombe do { $deadline }
site-section-closed = pripombe niso odprte
site-section-anchor = Povezava do odstavka { $number }
site-section-comment = Pripomba
site-section-comment-on-paragraph = k odstavku { $number }
site-section-comment-on-goal = k cilju { $number }
site-section-comment-whole = Pripomba k poglavju
site-section-register = Pripombe k temu poglavju in stališča do njih
site-section-pager = Sosednja poglavja
site-section-previous = Prejšnje poglavje
site-section-next = Naslednje poglavje
site-section-dock = Rok in pripomba

site-goal-key = med najpomembnejšimi
site-goal-indicator = Kazalnik
site-goal-holder = Nosilec
site-goal-deadline = Rok

site-register-title = Register pripomb in stališč
site-register-lead = Vse, kar smo prejeli, kaj smo odločili in zakaj. Objavljeno v { $day }.
site-register-lead-waiting = Pripombe in stališča objavimo hkrati. Do takrat so javne samo številke.
site-register-lead-waiting-by = Pripombe in stališča objavimo hkrati, predvidoma do { $day }. Do takrat so javne samo številke.

site-figures-title = Številke
site-figures-received = { $count ->
    [one] prejeta pripomba
    [two] prejeti pripombi
    [few] prejete pripombe
   *[other] prejetih pripomb
}
site-figures-accepted = upoštevano
site-figures-accepted-in-part = delno upoštevano
site-figures-not-accepted = ni upoštevano
site-figures-noted = seznanjeni
site-figures-out-of-scope =
    ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }
site-figures-waiting = { $count ->
    [one] čaka na stališče
    [two] čakata na stališče
    [few] čakajo na stališče
   *[other] čaka na stališče
}
site-figures-waiting-short = Čaka
site-figures-late = { $count ->
    [one] Po roku je prispela { $count } pripomba, ki ni všteta.
    [two] Po roku sta prispeli { $count } pripombi, ki nista všteti.
    [few] Po roku so prispele { $count } pripombe, ki niso vštete.
   *[other] Po roku je prispelo { $count } pripomb, ki niso vštete.
}

site-chart-title = Odločitve po poglavjih
site-chart-title-waiting = Pripombe po poglavjih
site-chart-caption = Število pripomb po poglavjih in opredelitvah
site-chart-section = Poglavje
site-chart-comments = Pripombe
site-chart-outcomes = Opredelitve

site-table-summary = Iste številke kot tabela
site-table-caption = Tabela opredelitev po poglavjih
site-table-total = Skupaj

site-pairs-title = Pripombe in stališča
site-pairs-matching = { $count ->
    [0] Izbiri ne ustreza nobena pripomba.
    [one] { $count } pripomba ustreza izbiri.
    [two] { $count } pripombi ustrezata izbiri.
    [few] { $count } pripombe ustrezajo izbiri.
   *[other] { $count } pripomb ustreza izbiri.
}
site-pairs-shown = { $count ->
    [one] Prikazana je { $count }.
    [two] Prikazani sta { $count }.
    [few] Prikazane so { $count }.
   *[other] Prikazanih je { $count }.
}
site-pairs-comment = Pripomba
site-pairs-response = Stališče delovne skupine

site-filter-label = Filtri registra
site-filter-q = Išči
site-filter-disposition = Opredelitev
site-filter-submitter = Vlagatelj
site-filter-all-sections = Vsa poglavja
site-filter-all-dispositions = Vse
site-filter-all-submitters = Vsi
site-filter-individuals = Posamezniki in posameznice
site-filter-organisations = Organizacije
site-filter-submit = Prikaži
site-filter-clear = Počisti

site-print-link = Za tisk
site-print-crumb = Za tisk
site-print-title = Register za tisk
site-print-how = Stran je pripravljena za papir: natisnite jo z ukazom brskalnika (Ctrl+P, na Macu ⌘P). Na papirju ostanejo naslov, številke ter pripombe s stališči.
site-print-parts = { $count ->
    [one] Pripombe so v { $count } delu, v katerem jih je največ { $most }.
    [two] Pripombe so v { $count } delih, v vsakem jih je največ { $most }.
    [few] Pripombe so v { $count } delih, v vsakem jih je največ { $most }.
   *[other] Pripombe so v { $count } delih, v vsakem jih je največ { $most }.
}
site-print-parts-label = Deli za tisk
site-print-part = { $part }. del od { $parts }: pripombe od { $first }. do { $last }.
site-print-back = Nazaj v register
site-print-not-all = Natisnjena je ena stran registra. Ves register za tisk: { $url }

site-pages-label = Strani registra
site-pages-first = Na začetek
site-pages-next = Naprej

site-period = Obdobje
site-target-groups = Komu je namenjena
site-titles =
    { $count ->
        [one] { $count } prejšnji naslov
        [two] { $count } prejšnja naslova
        [few] { $count } prejšnji naslovi
       *[other] { $count } prejšnjih naslovov
    }
site-titles-until = do { $day }
site-relations-title = Povezane strategije
site-adoption-title = Sprejetje
site-adoption-body = Kdo je sprejel
site-adoption-day = Kdaj
site-adoption-document = Sprejeto besedilo
site-adoption-corrected =
    { $count ->
        [one] { $count } popravek tega zapisa
        [two] { $count } popravka tega zapisa
        [few] { $count } popravki tega zapisa
       *[other] { $count } popravkov tega zapisa
    }
site-adoption-said = Prej je pisalo: { $body }, { $session }, { $day }. Popravljeno { $moment }. Razlog: { $reason }
site-ledger-head = Prstni odtis dnevnika (SHA-256): če bi kdo kaj v njem spremenil, bi bil drugačen.

site-feed-title = Javne obravnave
site-feed-announced = Napovedano: { $title }
site-feed-opened = Odprto za pripombe: { $title }
site-feed-extended = Rok je podaljšan: { $title }
site-feed-withdrawn = Umaknjeno: { $title }
site-feed-closed = Rok se je iztekel: { $title }
site-feed-answered = Stališča so objavljena: { $title }
site-feed-adopted = Sprejeto: { $title }
site-feed-window = Pripombe: od začetka v { $opening }, do { $deadline }.
site-calendar-window = Javna obravnava: { $title }
site-follow-title = Spremljajte drugače
site-follow-feed = Vir Atom
site-follow-calendar = Koledar (iCalendar)
site-ledger-json = Dnevnik kot JSON
site-authorities-list = Organi
site-search-label = Poišči obravnavo
site-search-submit = Poišči
site-search-all = Pokaži vse
site-search-found = { $count ->
    [one] { $count } obravnava za »{ $q }«.
    [two] { $count } obravnavi za »{ $q }«.
    [few] { $count } obravnave za »{ $q }«.
   *[other] { $count } obravnav za »{ $q }«.
}
site-events-title = Dogodki
site-events-link = Povezava
site-events-past = je minilo
site-events-calendar = Dodaj v koledar
site-events-minutes = Zapisnik
site-documents-title = Povezani dokumenti
site-preparing-body = Osnutek pripravlja
site-preview-title = Predogled
site-preview-lead = To je osnutek v pripravi, ki še ni javen. Javna obravnava je načrtovana od začetka v { $opening }, do { $deadline }.
site-preview-until = Povezava velja do { $until }. Ne delite je naprej.
site-preview-text = Besedilo osnutka
site-preview-empty = Besedila še ni.
site-ledger-outage = Stran ni delovala od { $from } do { $until }.
site-feed-outage = Izpad strani: { $title }
