### Delovna miza: stališča, potrjevanje, objava.

triage-disposition-accepted = Upoštevano
triage-disposition-accepted-in-part = Delno upoštevano
triage-disposition-not-accepted = Ni upoštevano
triage-disposition-noted = Seznanjeni
triage-disposition-out-of-scope =
    Ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }
triage-disposition-short-accepted = Upoštevano
triage-disposition-inline-accepted = upoštevano
triage-disposition-short-accepted-in-part = Delno
triage-disposition-inline-accepted-in-part = delno upoštevano
triage-disposition-short-not-accepted = Ni upoštevano
triage-disposition-inline-not-accepted = ni upoštevano
triage-disposition-short-noted = Seznanjeni
triage-disposition-inline-noted = seznanjeni
triage-disposition-short-out-of-scope =
    Ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }
triage-disposition-inline-out-of-scope =
    ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }

triage-state-unconfirmed = Čaka na potrditev naslova
triage-state-new = Novo
triage-state-drafted = V delu
triage-state-in-approval = V potrjevanju
triage-state-returned = Vrnjeno
triage-state-approved = Potrjeno
triage-state-released = Objavljeno

triage-view-mine = Moje delo
triage-view-waiting = Čaka na mojo potrditev
triage-view-new = Nove
triage-view-all = Vse

triage-desk-title = Moje obravnave
triage-desk-consultation = Javna obravnava
triage-desk-phase = Stanje
triage-desk-closes = rok do { $day }
triage-desk-empty = Dodeljeni niste nobeni obravnavi.

triage-progress-rough = Pripomb je več, kot jih ta stran šteje: v enem od stanj jih je več kot 5.000.
triage-progress-share = { $part } od { $total }
triage-progress-approved = { $count ->
    [one] potrjena
    [two] potrjeni
    [few] potrjene
   *[other] potrjenih
}
triage-progress-rest =
    { $approval } v potrjevanju · { $drafted } v delu · { $new ->
        [one] { $new } nova
        [two] { $new } novi
        [few] { $new } nove
       *[other] { $new } novih
    }
triage-unconfirmed = Nepotrjene vloge:
triage-progress-label =
    Potrjenih { $part } od { $total } { $total ->
        [one] pripombe
       *[other] pripomb
    }

triage-steps = Stanje stališča:

triage-inbox-menu = Pogledi in filtri
triage-inbox-views = Pogledi
triage-inbox-state = Stanje
triage-inbox-all-states = Vsa stanja
triage-inbox-apply = Uporabi filtre
triage-inbox-list = Seznam pripomb
triage-inbox-search = Išči po besedilu ali številki
triage-inbox-search-submit = Išči
triage-inbox-comment = Pripomba
triage-inbox-place = Kje
triage-inbox-submitter = Vlagatelj
triage-inbox-received = Prejeto
triage-inbox-empty = V tem pogledu ni pripomb.

triage-answer-back = Seznam pripomb
triage-answer-position = { $position } od { $total }
triage-answer-previous = Prejšnja
triage-answer-next = Naslednja
triage-answer-response = Stališče
triage-answer-original = Izvirna pripomba
triage-answer-context = V osnutku
triage-answer-revision = različica { $number }
triage-answer-open = Odpri poglavje
triage-answer-not-chosen = ni izbrano
triage-answer-not-written = ni napisano
triage-answer-preview = Predogled spremembe
triage-answer-author = Avtorstvo stališča: { $name }
triage-answer-returned = Vrnjeno v dopolnitev
triage-answer-reopened = Znova odprto
triage-answer-submit = Pošlji v potrditev
triage-answer-save = Shrani osnutek
triage-answer-second = Stališče potrdi drug član ali članica delovne skupine.

triage-field-disposition = Opredelitev
triage-field-reason = Obrazložitev
triage-field-reason-public = Obrazložitev (javna)
triage-field-reason-hint = Povejte, kaj ste upoštevali, česa niste in zakaj. Brez razloga stališča ni mogoče poslati v potrditev.
triage-field-text-change = Sprememba besedila

triage-text-changed = Besedilo se spremeni
triage-text-unchanged = Brez spremembe besedila

triage-field-new-text = Novo besedilo odlomka
triage-field-new-text-hint = Začnete s sedanjim besedilom: popravite, kar se spremeni. Če besedilo ostane, polja ni treba brisati.
triage-field-new-text-whole = Pripomba se ne nanaša na en sam odstavek, zato sedanjega besedila tu ni. Napišite samo odlomek, ki se spremeni.

triage-take-proposed = Vzemi predlagano besedilo
triage-take-present = Vrni sedanje besedilo
triage-field-note = Kaj je treba popraviti
triage-field-reopen-note = Zakaj ga znova odpirate
triage-field-note-hint = Vidi ga samo delovna skupina.

triage-approval-title = Potrditev
triage-approval-lead = Avtorstvo stališča: { $name }. Preberite opredelitev, razlog in spremembo.
triage-approval-approve = Potrdi stališče
triage-approval-return = Vrni v dopolnitev

triage-take-back-title = Umik iz potrjevanja
triage-take-back-lead = Dokler stališča ne potrdi nihče drug, ga lahko umaknete in dopolnite. Besedilo ostane shranjeno.
triage-take-back-submit = Umakni iz potrjevanja
triage-reopen-title = Popravek potrjenega stališča
triage-reopen-lead = Do objave lahko potrjeno stališče znova odprete. Potem ga bo treba še enkrat poslati v potrditev.
triage-reopen-submit = Znova odpri stališče

triage-conflict-title = Nekdo je stališče vmes spremenil
triage-conflict-lead = { $name }, { $moment }. Vaše besedilo ni shranjeno, je pa spodaj. Primerjajte obe različici in shranite, kar naj velja.
triage-conflict-theirs = Shranjena različica: { $name }
triage-conflict-mine = Vaša različica

triage-history-title = Zgodovina
triage-history-received = prejeto
triage-history-confirmed = naslov potrjen
triage-history-assigned = dodeljeno
triage-history-saved = shranjen osnutek stališča
triage-history-submitted = poslano v potrditev
triage-history-taken-back = umaknjeno iz potrjevanja
triage-history-approved = potrjeno
triage-history-returned = vrnjeno v dopolnitev
triage-history-reopened = znova odprto
triage-history-released = objavljeno
triage-history-note = »{ $note }«

triage-error-disposition-missing = Izberite opredelitev
triage-error-reason-missing = Napišite razlog
triage-error-text-change-missing = Povejte, ali se besedilo spremeni
triage-error-new-text-missing = Napišite novo besedilo odlomka
triage-error-new-text-same = Novo besedilo je enako sedanjemu: popravite ga ali izberite, da besedilo ostane brez spremembe
triage-error-note-missing = Napišite, kaj je treba popraviti in zakaj
triage-error-confirm-missing = Potrdite, da ste preverili
triage-error-not-accepted-without-reason = Napišite, zakaj pripomba ni upoštevana; brez razloga stališča ni mogoče shraniti
triage-error-new-text-too-long = Novo besedilo naj ima največ { $max } znakov
triage-error-note-too-long = Zapis naj ima največ { $max } znakov
triage-error-not-author = Iz potrjevanja ga lahko umakne samo, kdor je stališče napisal
triage-error-own-response = Svojega stališča ne morete potrditi sami; potrdi ga drug član ali članica
triage-error-locked = Stališča v tem stanju ni mogoče spreminjati
triage-error-conflict = Stališče se je vmes spremenilo; preverite novo stanje
triage-error-outdated-title = Stališče se je vmes spremenilo
triage-error-outdated-next = Vaše dejanje ni bilo izvedeno. Odprite stališče znova in preverite, kako je z njim zdaj.
triage-error-note-long-title = Zapis je predolg
triage-error-note-long-next = Skrajšajte ga in pošljite znova. Vračamo vam ga spodaj.
triage-error-version-title = Ne vemo, katero različico stališča imate pred seboj
triage-error-version-next = Odprite stališče znova in ponovite dejanje.
triage-error-window-open = Rok za pripombe še teče
triage-error-withdrawn = Obravnava je umaknjena
triage-error-unanswered = { $count ->
    [one] { $count } pripomba še nima potrjenega stališča
    [two] { $count } pripombi še nimata potrjenega stališča
    [few] { $count } pripombe še nimajo potrjenega stališča
   *[other] { $count } pripomb še nima potrjenega stališča
}
triage-error-already-released = Stališča so že objavljena
triage-error-reason-too-long = Obrazložitev naj ima največ { $max } znakov

triage-release-title = Objava stališč
triage-release-under-way = Objava se je začela in ni prišla do konca. Nadaljuje se sama v nekaj minutah; lahko jo nadaljujete tudi tukaj. Dokler ni končana, javnost ne vidi ničesar, stališča pa se ne dajo spreminjati.
triage-release-lead = Vsa stališča postanejo javna hkrati. Objave ni mogoče preklicati.
triage-release-what = Kaj bo objavljeno
triage-release-what-done = Kaj je objavljeno
triage-release-caption = Potrjena stališča po opredelitvi
triage-release-comments = Pripomb
triage-release-check = Preverjanje
triage-release-closed = Rok je potekel v { $deadline }
triage-release-open = Rok še teče, izteče se v { $deadline }
triage-release-blocked-new = { $count ->
    [one] { $count } pripomba je brez stališča.
    [two] { $count } pripombi sta brez stališča.
    [few] { $count } pripombe so brez stališča.
   *[other] { $count } pripomb je brez stališča.
}
triage-release-blocked-drafted = { $count ->
    [one] { $count } stališče je v delu.
    [two] { $count } stališči sta v delu.
    [few] { $count } stališča so v delu.
   *[other] { $count } stališč je v delu.
}
triage-release-blocked-in-approval = { $count ->
    [one] { $count } stališče čaka na potrditev.
    [two] { $count } stališči čakata na potrditev.
    [few] { $count } stališča čakajo na potrditev.
   *[other] { $count } stališč čaka na potrditev.
}
triage-release-show = Pokaži
triage-release-complete = Vse pripombe imajo potrjeno stališče
triage-release-consequence = { $count ->
    [one] Odgovor po e-pošti dobi { $count } vlagatelj/ica.
    [two] Odgovor po e-pošti dobita { $count } vlagatelja.
    [few] Odgovor po e-pošti dobijo { $count } vlagatelji.
   *[other] Odgovor po e-pošti dobi { $count } vlagateljev.
}
triage-release-confirm = Stališča in številke so preverjeni.
triage-release-submit = { $count ->
    [one] Objavi { $count } stališče
    [two] Objavi { $count } stališči
    [few] Objavi { $count } stališča
   *[other] Objavi { $count } stališč
}
triage-release-mailing = Sporočila vlagateljem se še pripravljajo; odhajajo sama.
triage-release-not-yet = Objava bo mogoča, ko bo rok potekel in bodo vsa stališča potrjena.
triage-release-continue = Nadaljuj objavo
triage-release-done-title = Objavljeno
triage-release-done = Stališča so javna. Čas objave: { $moment }.
triage-inbox-many = { $count ->
    [one] Izbiri ustreza več kot { $count } pripomba.
    [two] Izbiri ustreza več kot { $count } pripombi.
    [few] Izbiri ustreza več kot { $count } pripombe.
   *[other] Izbiri ustreza več kot { $count } pripomb.
}
