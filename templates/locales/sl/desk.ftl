### Delovna miza: stališča, potrjevanje, objava.

desk-disposition-accepted = Upoštevano
desk-disposition-accepted-in-part = Delno upoštevano
desk-disposition-not-accepted = Ni upoštevano
desk-disposition-noted = Seznanjeni
desk-disposition-out-of-scope =
    Ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }
desk-disposition-short-accepted = Upoštevano
desk-disposition-inline-accepted = upoštevano
desk-disposition-short-accepted-in-part = Delno
desk-disposition-inline-accepted-in-part = delno upoštevano
desk-disposition-short-not-accepted = Ni upoštevano
desk-disposition-inline-not-accepted = ni upoštevano
desk-disposition-short-noted = Seznanjeni
desk-disposition-inline-noted = seznanjeni
desk-disposition-short-out-of-scope =
    Ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }
desk-disposition-inline-out-of-scope =
    ni predmet { $noun ->
        [none] obravnave
       *[other] { $noun }
    }

desk-state-unconfirmed = Čaka na potrditev naslova
desk-state-new = Novo
desk-state-drafted = V delu
desk-state-in-approval = V potrjevanju
desk-state-returned = Vrnjeno
desk-state-approved = Potrjeno
desk-state-released = Objavljeno

desk-view-mine = Moje delo
desk-view-waiting = Čaka na mojo potrditev
desk-view-new = Nove
desk-view-all = Vse

desk-start-title = Moje obravnave
desk-start-consultation = Javna obravnava
desk-start-phase = Stanje
desk-start-closes = rok do { $day }
desk-start-empty = Dodeljeni niste nobeni obravnavi.

desk-progress-rough = Pripomb je več, kot jih ta stran šteje: v enem od stanj jih je več kot 5.000.
desk-progress-share = { $part } od { $total }
desk-progress-approved = { $count ->
    [one] potrjena
    [two] potrjeni
    [few] potrjene
   *[other] potrjenih
}
desk-progress-rest =
    { $approval } v potrjevanju · { $drafted } v delu · { $new ->
        [one] { $new } nova
        [two] { $new } novi
        [few] { $new } nove
       *[other] { $new } novih
    }
desk-unconfirmed = Nepotrjene vloge:
desk-progress-label =
    Potrjenih { $part } od { $total } { $total ->
        [one] pripombe
       *[other] pripomb
    }

desk-steps = Stanje stališča:

desk-inbox-menu = Pogledi in filtri
desk-inbox-views = Pogledi
desk-inbox-state = Stanje
desk-inbox-all-states = Vsa stanja
desk-inbox-apply = Uporabi filtre
desk-inbox-list = Seznam pripomb
desk-inbox-search = Išči po besedilu ali številki
desk-inbox-search-submit = Išči
desk-inbox-comment = Pripomba
desk-inbox-place = Kje
desk-inbox-submitter = Vlagatelj
desk-inbox-received = Prejeto
desk-inbox-empty = V tem pogledu ni pripomb.

desk-answer-back = Seznam pripomb
desk-answer-position = { $position } od { $total }
desk-answer-previous = Prejšnja
desk-answer-next = Naslednja
desk-answer-response = Stališče
desk-answer-original = Izvirna pripomba
desk-answer-context = V osnutku
desk-answer-revision = različica { $number }
desk-answer-open = Odpri poglavje
desk-answer-not-chosen = ni izbrano
desk-answer-not-written = ni napisano
desk-answer-preview = Predogled spremembe
desk-answer-author = Avtorstvo stališča: { $name }
desk-answer-returned = Vrnjeno v dopolnitev
desk-answer-reopened = Znova odprto
desk-answer-submit = Pošlji v potrditev
desk-answer-save = Shrani osnutek
desk-answer-second = Stališče potrdi drug član ali članica delovne skupine.

desk-field-disposition = Opredelitev
desk-field-reason = Obrazložitev
desk-field-reason-public = Obrazložitev (javna)
desk-field-reason-hint = Povejte, kaj ste upoštevali, česa niste in zakaj. Brez razloga stališča ni mogoče poslati v potrditev.
desk-field-text-change = Sprememba besedila

desk-text-changed = Besedilo se spremeni
desk-text-unchanged = Brez spremembe besedila

desk-field-new-text = Novo besedilo odlomka
desk-field-new-text-hint = Začnete s sedanjim besedilom: popravite, kar se spremeni. Če besedilo ostane, polja ni treba brisati.
desk-field-new-text-whole = Pripomba se ne nanaša na en sam odstavek, zato sedanjega besedila tu ni. Napišite samo odlomek, ki se spremeni.

desk-take-proposed = Vzemi predlagano besedilo
desk-take-present = Vrni sedanje besedilo
desk-field-note = Kaj je treba popraviti
desk-field-reopen-note = Zakaj ga znova odpirate
desk-field-note-hint = Vidi ga samo delovna skupina.

desk-approval-title = Potrditev
desk-approval-lead = Avtorstvo stališča: { $name }. Preberite opredelitev, razlog in spremembo.
desk-approval-approve = Potrdi stališče
desk-approval-return = Vrni v dopolnitev

desk-take-back-title = Umik iz potrjevanja
desk-take-back-lead = Dokler stališča ne potrdi nihče drug, ga lahko umaknete in dopolnite. Besedilo ostane shranjeno.
desk-take-back-submit = Umakni iz potrjevanja
desk-reopen-title = Popravek potrjenega stališča
desk-reopen-lead = Do objave lahko potrjeno stališče znova odprete. Potem ga bo treba še enkrat poslati v potrditev.
desk-reopen-submit = Znova odpri stališče

desk-conflict-title = Nekdo je stališče vmes spremenil
desk-conflict-lead = { $name }, { $moment }. Vaše besedilo ni shranjeno, je pa spodaj. Primerjajte obe različici in shranite, kar naj velja.
desk-conflict-theirs = Shranjena različica: { $name }
desk-conflict-mine = Vaša različica

desk-history-title = Zgodovina
desk-history-received = prejeto
desk-history-confirmed = naslov potrjen
desk-history-assigned = dodeljeno
desk-history-saved = shranjen osnutek stališča
desk-history-submitted = poslano v potrditev
desk-history-taken-back = umaknjeno iz potrjevanja
desk-history-approved = potrjeno
desk-history-returned = vrnjeno v dopolnitev
desk-history-reopened = znova odprto
desk-history-released = objavljeno
desk-history-note = »{ $note }«

desk-error-disposition-missing = Izberite opredelitev
desk-error-reason-missing = Napišite razlog
desk-error-text-change-missing = Povejte, ali se besedilo spremeni
desk-error-new-text-missing = Napišite novo besedilo odlomka
desk-error-new-text-same = Novo besedilo je enako sedanjemu: popravite ga ali izberite, da besedilo ostane brez spremembe
desk-error-note-missing = Napišite, kaj je treba popraviti in zakaj
desk-error-confirm-missing = Potrdite, da ste preverili
desk-error-not-accepted-without-reason = Napišite, zakaj pripomba ni upoštevana; brez razloga stališča ni mogoče shraniti
desk-error-new-text-too-long = Novo besedilo naj ima največ { $max } znakov
desk-error-note-too-long = Zapis naj ima največ { $max } znakov
desk-error-not-author = Iz potrjevanja ga lahko umakne samo, kdor je stališče napisal
desk-error-own-response = Svojega stališča ne morete potrditi sami; potrdi ga drug član ali članica
desk-error-locked = Stališča v tem stanju ni mogoče spreminjati
desk-error-conflict = Stališče se je vmes spremenilo; preverite novo stanje
desk-error-outdated-title = Stališče se je vmes spremenilo
desk-error-outdated-next = Vaše dejanje ni bilo izvedeno. Odprite stališče znova in preverite, kako je z njim zdaj.
desk-error-note-long-title = Zapis je predolg
desk-error-note-long-next = Skrajšajte ga in pošljite znova. Vračamo vam ga spodaj.
desk-error-version-title = Ne vemo, katero različico stališča imate pred seboj
desk-error-version-next = Odprite stališče znova in ponovite dejanje.
desk-error-window-open = Rok za pripombe še teče
desk-error-withdrawn = Obravnava je umaknjena
desk-error-unanswered = { $count ->
    [one] { $count } pripomba še nima potrjenega stališča
    [two] { $count } pripombi še nimata potrjenega stališča
    [few] { $count } pripombe še nimajo potrjenega stališča
   *[other] { $count } pripomb še nima potrjenega stališča
}
desk-error-already-released = Stališča so že objavljena
desk-error-reason-too-long = Obrazložitev naj ima največ { $max } znakov

desk-release-title = Objava stališč
desk-release-under-way = Objava se je začela in ni prišla do konca. Nadaljujte jo tukaj. Dokler ni končana, javnost ne vidi ničesar, stališča pa se ne dajo spreminjati.
desk-release-goes-on = Objava teče in gre sama do konca, tudi če to stran zaprete. Dokler ni končana, javnost ne vidi ničesar, stališča pa se ne dajo spreminjati.
desk-release-lead = Vsa stališča postanejo javna hkrati. Objave ni mogoče preklicati.
desk-release-what = Kaj bo objavljeno
desk-release-what-done = Kaj je objavljeno
desk-release-caption = Potrjena stališča po opredelitvi
desk-release-comments = Pripomb
desk-release-check = Preverjanje
desk-release-closed = Rok je potekel v { $deadline }
desk-release-open = Rok še teče, izteče se v { $deadline }
desk-release-blocked-new = { $count ->
    [one] { $count } pripomba je brez stališča.
    [two] { $count } pripombi sta brez stališča.
    [few] { $count } pripombe so brez stališča.
   *[other] { $count } pripomb je brez stališča.
}
desk-release-blocked-drafted = { $count ->
    [one] { $count } stališče je v delu.
    [two] { $count } stališči sta v delu.
    [few] { $count } stališča so v delu.
   *[other] { $count } stališč je v delu.
}
desk-release-blocked-in-approval = { $count ->
    [one] { $count } stališče čaka na potrditev.
    [two] { $count } stališči čakata na potrditev.
    [few] { $count } stališča čakajo na potrditev.
   *[other] { $count } stališč čaka na potrditev.
}
desk-release-show = Pokaži
desk-release-complete = Vse pripombe imajo potrjeno stališče
desk-release-consequence = { $count ->
    [one] Odgovor po e-pošti dobi { $count } vlagatelj/ica.
    [two] Odgovor po e-pošti dobita { $count } vlagatelja.
    [few] Odgovor po e-pošti dobijo { $count } vlagatelji.
   *[other] Odgovor po e-pošti dobi { $count } vlagateljev.
}
desk-release-confirm = Stališča in številke so preverjeni.
desk-release-submit = { $count ->
    [one] Objavi { $count } stališče
    [two] Objavi { $count } stališči
    [few] Objavi { $count } stališča
   *[other] Objavi { $count } stališč
}
desk-release-mailing = Sporočila vlagateljem se še pripravljajo; odhajajo sama.
desk-release-not-yet = Objava bo mogoča, ko bo rok potekel in bodo vsa stališča potrjena.
desk-release-continue = Nadaljuj objavo
desk-release-done-title = Objavljeno
desk-release-done = Stališča so javna. Čas objave: { $moment }.
desk-inbox-many = { $count ->
    [one] Izbiri ustreza več kot { $count } pripomba.
    [two] Izbiri ustreza več kot { $count } pripombi.
    [few] Izbiri ustreza več kot { $count } pripombe.
   *[other] Izbiri ustreza več kot { $count } pripomb.
}
