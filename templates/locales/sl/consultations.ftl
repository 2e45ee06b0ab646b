### Javne obravnave, poglavja, rok.

consultations-authorities-title = Javne obravnave
consultations-authorities-lead = Izberite organ, ki pripravlja osnutek.
consultations-authorities-open = { $count ->
    [one] { $count } odprta obravnava
    [two] { $count } odprti obravnavi
    [few] { $count } odprte obravnave
   *[other] { $count } odprtih obravnav
}
consultations-authorities-none-open = nobena obravnava ni odprta
consultations-authorities-empty = Ni še nobenega organa.

consultations-home-title = Javne obravnave
consultations-home-lead = Preberite osnutke, preden so sprejeti, in povejte, kaj je treba popraviti. Na vsako pripombo odgovorimo z odločitvijo in razlogom.
consultations-home-read = Preberi osnutek
consultations-home-none-open = Trenutno ni odprta nobena obravnava. Naročite se na obvestila in izvedeli boste za naslednjo.
consultations-home-readable = Osnutek je že objavljen, pripombe sprejemamo od odprtja
consultations-home-unreadable = Osnutek bo objavljen ob odprtju
consultations-home-from = Od { $day }
consultations-home-to = do { $deadline }
consultations-home-answering = Pripravljamo stališča
consultations-home-answered =
    Odgovorjeno na { $answered } od { $total } { $total ->
        [one] pripombe
       *[other] pripomb
    }
consultations-home-expected = predvidoma do { $day }
consultations-home-done = Odgovorjeno in sprejeto
consultations-home-done-note = { $count ->
    [0] Pripomb ni bilo
    [1] Objavljeno je stališče do { $count } pripombe
    [2] Objavljeni sta stališči do { $count } pripomb
    [one] Objavljena so stališča do { $count } pripombe
   *[other] Objavljena so stališča do { $count } pripomb
}

consultations-until = Do

consultations-closed-on = Rok je potekel v { $deadline }

consultations-phase-preparing = V pripravi
consultations-phase-announced = Napovedano
consultations-phase-open = Odprto za pripombe
consultations-phase-closed = Zaprto, pripravljamo stališča
consultations-phase-answered = Odgovorjeno
consultations-phase-adopted = Sprejeto
consultations-phase-withdrawn = Umaknjeno

consultations-days = { $count ->
    [one] { $count } dan
    [two] { $count } dni
    [few] { $count } dni
   *[other] { $count } dni
}
consultations-days-today = danes
consultations-days-last = je zadnji dan
consultations-days-opens = se odpre
consultations-days-to-closing = do konca roka
consultations-days-to-opening = do odprtja

consultations-count-submissions = { $count ->
    [one] { $count } vloga
    [two] { $count } vlogi
    [few] { $count } vloge
   *[other] { $count } vlog
}
consultations-count-comments = { $count ->
    [one] { $count } pripomba
    [two] { $count } pripombi
    [few] { $count } pripombe
   *[other] { $count } pripomb
}
consultations-count-goals = { $count ->
    [one] { $count } cilj
    [two] { $count } cilja
    [few] { $count } cilji
   *[other] { $count } ciljev
}
consultations-count-no-goals = brez ciljev

consultations-over = Javna obravnava od { $opening } do { $closing }

consultations-state-read = Preberi osnutek
consultations-state-comment = Pripomba na celoten osnutek
consultations-state-opens = Odpre se v { $opening }, in bo odprto do { $deadline }.
consultations-state-readable = Osnutek lahko preberete že zdaj, pripombe pa oddate od odprtja.
consultations-state-unreadable = Takrat objavimo osnutek in obrazec.
consultations-state-expected = Odgovore objavimo predvidoma do { $day }.
consultations-state-share = { $part } od { $total }
consultations-state-approved =
    { $total ->
        [one] pripombe
       *[other] pripomb
    } { $part ->
        [one] ima
        [two] imata
        [few] imajo
       *[other] ima
    } potrjeno stališče
consultations-state-answered =
    { $total ->
        [one] pripombe
       *[other] pripomb
    } { $part ->
        [one] ima
        [two] imata
        [few] imajo
       *[other] ima
    } objavljeno stališče
consultations-state-withdrawn = Organ je obravnavo umaknil. Razlog je v dnevniku roka.
consultations-state-adopted = { $body }: besedilo je bilo sprejeto v { $day }.
consultations-state-released = Stališča do vseh pripomb smo objavili v { $day }.

consultations-purpose-title = Za kaj gre

consultations-sections-title = Osnutek po poglavjih
consultations-sections-total =
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

consultations-decision-title = Kdo odloča in kako
consultations-working-group =
    { $count ->
        [one] V delovni skupini je { $count } oseba
        [two] V delovni skupini sta { $count } osebi
        [few] V delovni skupini so { $count } osebe
       *[other] V delovni skupini je { $count } oseb
    }
consultations-privacy-title = Kaj se zgodi s podatki
consultations-decision-outcomes =
    Odločitev je ena od petih: upoštevano, delno upoštevano, ni upoštevano, seznanjeni, ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }.
consultations-decision-reason = Razlog je napisan pri vsaki pripombi. Stališče pred objavo potrdi še drug član ali članica.
consultations-decision-together = Vsa stališča objavimo hkrati.


consultations-aside-label = Potek, obveščanje in stik

consultations-contact-title = Druge poti in vprašanja
consultations-contact-other = Pripombe sprejmemo tudi po pošti in osebno: { $address }. Veljajo enako kot spletne.

consultations-timeline-title = Potek
consultations-timeline-preparation = Priprava osnutka
consultations-timeline-announcement = Napoved
consultations-timeline-window = Javna obravnava
consultations-timeline-answers = Stališča do pripomb
consultations-timeline-adoption = Odločanje o končnem besedilu

consultations-ledger-title = Dnevnik roka
consultations-ledger-announced =
    Napovedano: od { $opening } do { $deadline }. Rok traja { $days ->
        [one] { $days } dan
       *[other] { $days } dni
    }.
consultations-ledger-opened = Odprto.
consultations-ledger-extended =
    Podaljšano do { $deadline }. Rok traja { $days ->
        [one] { $days } dan
       *[other] { $days } dni
    }.
consultations-ledger-closed = Zaprto.
consultations-ledger-withdrawn = Umaknjeno.
consultations-ledger-reason = Razlog: { $reason }
consultations-ledger-changes = Spremembe
consultations-ledger-unchanged = Rok se ni spremenil. Vsako podaljšanje bi bilo vpisano tukaj, z razlogom.

consultations-place-draft = Celoten osnutek
consultations-place-section = Poglavje { $section }
consultations-place-paragraph = Poglavje { $section }, odstavek { $paragraph }
consultations-place-short = { $section }, odst. { $paragraph }
consultations-place-goal = Cilj { $number }

consultations-section-menu = Poglavja in odstavki
consultations-section-nav = Poglavja
consultations-section-revision = Osnutek, različica { $number } z dne { $day }
consultations-section-open = pripombe do { $deadline }
consultations-section-closed = pripombe niso odprte
consultations-section-anchor = Povezava do odstavka { $number }
consultations-section-comment = Pripomba
consultations-section-comment-on-paragraph = k odstavku { $number }
consultations-section-comment-on-goal = k cilju { $number }
consultations-section-comment-whole = Pripomba k poglavju
consultations-section-register = Pripombe k temu poglavju in stališča do njih
consultations-section-pager = Sosednja poglavja
consultations-section-previous = Prejšnje poglavje
consultations-section-next = Naslednje poglavje
consultations-section-dock = Rok in pripomba

consultations-goal-key = med najpomembnejšimi
consultations-goal-indicator = Kazalnik
consultations-goal-holder = Nosilec
consultations-goal-deadline = Rok

consultations-standing-received = { $count ->
    [one] Prejeta je { $count } vloga
    [two] Prejeti sta { $count } vlogi
    [few] Prejete so { $count } vloge
   *[other] Prejetih je { $count } vlog
}
consultations-standing-confirmed = { $count ->
    [one] { $count } potrjena
    [two] { $count } potrjeni
    [few] { $count } potrjene
   *[other] { $count } potrjenih
}
consultations-standing-waiting = { $count ->
    [one] { $count } čaka na potrditev naslova
    [two] { $count } čakata na potrditev naslova
    [few] { $count } čakajo na potrditev naslova
   *[other] { $count } čaka na potrditev naslova
}
consultations-standing-expired = { $count ->
    [one] { $count } je potekla brez potrditve
    [two] { $count } sta potekli brez potrditve
    [few] { $count } so potekle brez potrditve
   *[other] { $count } jih je poteklo brez potrditve
}
consultations-standing-late = { $count ->
    [one] Po roku je prispela { $count } vloga, ki je šteta posebej.
    [two] Po roku sta prispeli { $count } vlogi, ki sta šteti posebej.
    [few] Po roku so prispele { $count } vloge, ki so štete posebej.
   *[other] Po roku je prispelo { $count } vlog, ki so štete posebej.
}
