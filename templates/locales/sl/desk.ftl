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

desk-new-title = Nova javna obravnava
desk-new-lead = Za začetek zadoščajo naslov ter prvi in zadnji dan. Javno še ni nič.
desk-new-what = Kaj dajete v obravnavo
desk-new-like = Podobna obravnava
desk-new-like-none = Brez predloge
desk-new-submit = Ustvari in nadaljuj
desk-new-later = Česa pozneje ne morete
desk-new-later-short = Odprtega roka ne morete skrajšati.
desk-new-later-extend = Podaljšate ga z razlogom, ki je javen.
desk-new-later-address = Naslov strani po napovedi ostane enak.
desk-cancel = Prekliči
desk-weeks-title = Rok po tednih
desk-weeks-month = Mesec
desk-weeks-weekday =
    { $weekday ->
        [1] pon
        [2] tor
        [3] sre
        [4] čet
        [5] pet
        [6] sob
       *[7] ned
    }
desk-weeks-month-short =
    { $month ->
        [1] jan.
        [2] feb.
        [3] mar.
        [4] apr.
        [5] maj
        [6] jun.
        [7] jul.
        [8] avg.
        [9] sep.
        [10] okt.
        [11] nov.
       *[12] dec.
    }
desk-weeks-first = prvi dan
desk-weeks-last = zadnji dan
desk-weeks-edge = prvi in zadnji dan
desk-weeks-in = v roku
desk-weeks-weekend = konec tedna
desk-weeks-holiday = praznik
desk-weeks-clock = premik ure
desk-plan-check = Izračunaj znova
desk-plan-days =
    { $count ->
        [one] Rok je dolg { $count } dan.
        [two] Rok je dolg { $count } dneva.
        [few] Rok je dolg { $count } dni.
       *[other] Rok je dolg { $count } dni.
    }
desk-plan-short = Najkrajši rok brez razloga je { $least } dni.
desk-plan-span = Od { $first }, od 0.00, do { $last }, do 24.00. Oba dneva štejeta v celoti.
desk-plan-work = V roku so delovniki: { $working }, dnevi ob koncu tedna: { $weekend }, prazniki med tednom: { $holidays }.
desk-plan-clock = Premik ure: { $day }. Rok zato ni krajši ali daljši po koledarju.
desk-plan-ends-free = Rok se konča na dan, ko uradi ne delajo. Prvi delovnik za njim: { $day }. Lahko tako ostane.
desk-difference-title = Razlike
desk-difference-field = Polje
desk-difference-before = Prej
desk-difference-after = Potem
desk-workspace-title = Pregled javne obravnave
desk-workspace-gate = Obvezno pred napovedjo
desk-workspace-ready = Pripravljeno: { $part } od { $total }
desk-workspace-good = Dobro je imeti
desk-workspace-good-hint = Napovedi ne ustavi.
desk-workspace-gate-shut = Napovedati še ne morete: v seznamu piše, kaj manjka.
desk-workspace-not-now = Tega v tem stanju javne obravnave ni mogoče narediti.
desk-gate-text = Besedilo osnutka
desk-gate-reasons = Razlogi in cilji
desk-gate-window = Rok javne obravnave
desk-gate-channels = Poti prispetja
desk-gate-contact = Stik
desk-gate-privacy = Varstvo osebnih podatkov
desk-gate-nothing = Ni še napisano.
desk-gate-no-reason = Rok je dolg { $days } dni, najkrajši brez razloga je { $least }. Podaljšajte ga ali napišite razlog, ki bo javen.
desk-gate-too-soon = Če napoveste danes, se odpre čez { $days } dni. Napovedati je treba vsaj { $least } dni prej.
desk-gate-opened = Prvi dan je že tu ali je minil. Izberite poznejšega.
desk-gate-ready = Napisano.
desk-gate-window-ready =
    { $first }–{ $last }, { $count ->
        [one] { $count } dan
        [two] { $count } dneva
       *[other] { $count } dni
    }
desk-gate-text-ready =
    { $count ->
        [one] { $count } poglavje
        [two] { $count } poglavji
        [few] { $count } poglavja
       *[other] { $count } poglavij
    }
desk-gate-contact-ready =
    { $count ->
        [one] { $count } stik
        [two] { $count } stika
        [few] { $count } stiki
       *[other] { $count } stikov
    }
desk-gate-missing = manjka
desk-gate-done = pripravljeno
desk-good-empty = ni vpisano
desk-good-group = Delovna skupina
desk-good-relations = Povezane strategije
desk-good-phases = Faze
desk-good-english = Angleško besedilo
desk-good-group-count = Vpisanih oseb: { $count }.
desk-good-relations-count = Vpisanih: { $count }.
desk-good-phases-count = Vpisanih: { $count }. Napoved, rok in stališča so v poteku brez vpisa.
desk-good-english-count =
    { $count ->
        [0] Naslova v angleščini ni. Angleške strani povejo, da je besedilo v slovenščini.
       *[other] Naslov je preveden.
    }
desk-announce-title = Napoved
desk-announce-not-yet = Napovedati še ne morete.
desk-announce-missing = Kaj manjka, piše v seznamu.
desk-announce-then = Ko vse vpišete, tukaj piše, kaj se zgodi in kdaj, in pojavi se gumb.
desk-announce-what = Kaj se zgodi, ko pritisnete gumb:
desk-announce-now = Takoj postane javna stran obravnave, z rokom, brez besedila osnutka.
desk-announce-now-early = Takoj postaneta javna stran obravnave in besedilo osnutka.
desk-announce-opens = V { $moment } se odpreta osnutek in obrazec. Pritisniti ni treba nič.
desk-announce-closes = V { $moment } se obrazec zapre.
desk-announce-notice =
    { $count ->
        [0] Naročnikov še ni, zato ne izve nihče. Osnutek obvestila pripravimo, vi ga preberete in pošljete, ko bodo.
        [one] Samo se ne pošlje nič. Pripravimo osnutek obvestila, ki ga dobi { $count } naročnik; vi ga preberete in pošljete.
        [two] Samo se ne pošlje nič. Pripravimo osnutek obvestila, ki ga dobita { $count } naročnika; vi ga preberete in pošljete.
        [few] Samo se ne pošlje nič. Pripravimo osnutek obvestila, ki ga dobijo { $count } naročniki; vi ga preberete in pošljete.
       *[other] Samo se ne pošlje nič. Pripravimo osnutek obvestila, ki ga dobi { $count } naročnikov; vi ga preberete in pošljete.
    }
desk-announce-after = Ko je napovedano, lahko rok samo podaljšate, z razlogom.
desk-announce-submit = Napovej javno obravnavo
desk-extend-title = Podaljšanje roka
desk-extend-now = Do { $deadline }
desk-extend-lead = Novi zadnji dan in razlog sta takoj javna, v dnevniku roka.
desk-extend-submit = Podaljšaj rok
desk-withdraw-title = Umik javne obravnave
desk-withdraw-lead = Obrazec se takoj zapre. Kar je že javno, ostane, z razlogom. Umika ni mogoče preklicati.
desk-withdraw-submit = Umakni javno obravnavo
desk-delete-title = Izbris priprave
desk-delete-lead = Izbrisano bo vse, kar je pripravljeno, tudi besedilo osnutka. Javno še ni bilo nič.
desk-delete-submit = Izbriši javno obravnavo
desk-adopt-title = Sprejetje
desk-adopt-lead = Kdo je besedilo sprejel, kdaj in kje je. Zapis je takoj javen.
desk-adopt-correct = Popravek: prejšnji zapis ostane viden, z vašim razlogom.
desk-adopt-submit = Zapiši sprejetje
desk-adopt-submit-correction = Zapiši popravek
desk-changes-title = Zgodovina sprememb
desk-history-lead = Kaj je bilo v pregledu spremenjeno, kdo in kdaj. Vidite jo samo na delovni mizi.
desk-history-link = Kdo je kaj spremenil
desk-history-empty = Sprememb še ni.
desk-history-older = Starejše spremembe
desk-part-basics = Naslov, razlogi in cilji
desk-part-text = Besedilo osnutka
desk-part-window = Rok za pripombe
desk-part-channels = Poti, stik in osebni podatki
desk-part-group = Delovna skupina
desk-part-relations = Povezane strategije
desk-part-phases = Faze
desk-lead-basics = Kar je tukaj, vidi vsak na strani obravnave. Spremembe naslova in obdobja po napovedi ostanejo javne.
desk-lead-text = Prilepite besedilo z naslovi. Iz naslovov nastanejo poglavja, iz odstavkov mesta za pripombe.
desk-lead-window = Dokler obravnava ni napovedana, lahko rok poljubno spreminjate.
desk-lead-channels = Vse poti veljajo enako in vodijo v isti register.
desk-lead-group = Funkcije so javne. Ime je javno samo, kjer to označite.
desk-lead-relations = Sorodni dokumenti z lastnim obdobjem.
desk-lead-phases = Koraki dela, ki jih bralec vidi v poteku, poleg napovedi, roka in stališč.
desk-part-submit = Shrani
desk-part-more = Dodaj vrstice
desk-part-locked = To je že javno in se tukaj ne spreminja več.
desk-part-changed = Medtem je to spremenil nekdo drug. Spodaj vidite obe različici; shranite, če naj velja vaša.
desk-theirs-title = Kaj je napisal nekdo drug
desk-theirs-lead = Vaše besedilo je ostalo v obrazcu. Kar potrebujete od drugih, prepišite, in shranite.
desk-theirs-theirs = Zdaj shranjeno
desk-theirs-yours = Vaše
desk-row-channels = Stik { $number }
desk-row-group = Oseba { $number }
desk-row-relations = Dokument { $number }
desk-row-phases = Faza { $number }
desk-text-how = Kako se zapiše
desk-field-title = Polni naslov
desk-hint-title = Kot bo na strani in v sklepu o sprejetju.
desk-field-short-title = Kratek naslov
desk-hint-short-title = Za meni, e-pošto in koledar.
desk-field-slug = Naslov strani
desk-hint-slug = Male črke, številke in vezaji. Po napovedi ostane enak.
desk-field-valid-from = Strategija velja od leta
desk-field-valid-to = do vključno leta
desk-field-summary = Povzetek
desk-hint-summary = Stavek ali dva pod naslovom.
desk-field-purpose = Razlogi in cilji
desk-hint-purpose = Zakaj dokument in kaj naj doseže. Prazna vrstica začne nov odstavek.
desk-field-target-groups = Komu je namenjena
desk-field-draft-noun = Kaj je osnutek, v rodilniku
desk-hint-draft-noun = Na primer: strategije, odloka, načrta. Pripomba potem »ni predmet strategije«.
desk-field-title-en = Naslov v angleščini
desk-field-short-title-en = Kratek naslov v angleščini
desk-field-summary-en = Povzetek v angleščini
desk-field-purpose-en = Razlogi in cilji v angleščini
desk-field-target-groups-en = Komu je namenjena, v angleščini
desk-field-text = Besedilo
desk-field-letters = Dolžina besedila, v znakih
desk-field-hash = Prstni odtis besedila (SHA-256)
desk-field-first-day = Prvi dan
desk-field-last-day = Zadnji dan
desk-field-new-last-day = Novi zadnji dan
desk-field-short-window-reason = Razlog za krajši rok
desk-hint-short-window-reason = Potreben je, če je rok krajši od najkrajšega. Javen je.
desk-field-answers-on = Stališča obljubite do
desk-hint-answers-on = Javno. Mora biti po zadnjem dnevu.
desk-field-shows-draft-early = Osnutek se lahko bere že od napovedi
desk-hint-shows-draft-early = Sicer se odpre prvi dan roka.
desk-field-channels-note = Kako še oddati pripombo
desk-hint-channels-note = Pošta, osebno, okrogla miza: kam in do kdaj.
desk-field-privacy-note = Kaj se zgodi z osebnimi podatki
desk-hint-privacy-note = Kaj objavite, kdo vidi naslov in kdaj podatke izbrišete.
desk-field-contact-name = Oseba ali funkcija
desk-field-contact-email = E-pošta
desk-field-contact-phone = Telefon
desk-field-contact-hours = Kdaj so dosegljivi
desk-field-appointing-act = Akt o imenovanju
desk-hint-appointing-act = Na primer: sklep župana in dan.
desk-field-member-role = Funkcija
desk-field-member-name = Ime in priimek
desk-field-member-public = Ime je javno
desk-field-relation-title = Naslov
desk-field-relation-period = Obdobje
desk-field-relation-url = Povezava
desk-field-phase-title = Ime faze
desk-field-phase-description = Opis
desk-field-phase-starts-on = Začetek
desk-field-phase-ends-on = Konec
desk-field-like = Prepiši iz obravnave
desk-hint-like = Prepišejo se delovna skupina, poti, stiki in povezani dokumenti. Roka in osnutka ne prepišemo.
desk-field-public-reason = Razlog
desk-hint-public-reason = Je javen.
desk-field-withdrawal = Razlog za umik
desk-field-body = Kdo je sprejel
desk-field-session = Seja
desk-field-adopted-on = Dan sprejetja
desk-field-document-title = Ime sprejetega dokumenta
desk-field-document-url = Povezava do dokumenta
desk-fault-missing = Polje je prazno. Izpolnite ga.
desk-fault-too-long = Besedilo je predolgo. Največ znakov: { $max }.
desk-fault-no-day = To ni dan. Zapišite ga kot 10. 4. 2022.
desk-fault-no-year = To ni leto. Zapišite štiri številke, na primer 2022.
desk-fault-ends-before = Konec mora biti po začetku; rok se lahko premakne samo na poznejši dan.
desk-fault-in-the-future = Ta dan še ni prišel.
desk-fault-no-link = To ni povezava. Začne se s https:// ali http://.
desk-fault-no-slug = Uporabite male črke brez strešic, številke in vezaje. Nekatere besede uporablja Posvet sam.
desk-fault-slug-taken = Ta naslov ima druga javna obravnava. Izberite drugega.
desk-fault-no-text = Besedila ni. Prilepite ga ali napišite.
desk-fault-no-heading = V besedilu ni naslova, zato ne moremo narediti poglavij. Pred naslov poglavja napišite #.
desk-fault-empty-section = Poglavje { $number } je prazno. Dopišite besedilo ali ga izbrišite.
desk-fault-no-such-time = Ta dan se v tem časovnem pasu ne začne ali ne konča o polnoči. Izberite sosednjega.
desk-start-new = Nova javna obravnava
desk-authority-title = Nastavitve
desk-authority-lead = Naslov strani ({ $slug }) in začetek številk vlog ({ $prefix }) ostaneta: sta v povezavah in na pismih.
desk-field-authority-name = Polno ime
desk-field-authority-short-name = Kratko ime
desk-field-department = Oddelek, ki vodi obravnave
desk-field-authority-email = Javni e-poštni naslov
desk-hint-authority-email = Nanj pridejo odgovori na obvestila.
desk-field-authority-phone = Telefon
desk-field-postal-address = Poštni naslov
desk-field-time-zone = Časovni pas
desk-hint-time-zone = Kot ga pozna IANA, na primer Europe/Ljubljana. Po njem se štejejo dnevi rokov.
desk-field-shortest-window = Najkrajši rok brez razloga, v dneh
desk-hint-shortest-window = Krajši rok potrebuje razlog, ki je javen.
desk-announced-before = Napoved pred prvim dnem, v dneh
desk-announced-before-hint = Pozneje ni mogoče napovedati. 0: napovedati je mogoče tudi na prvi dan.
desk-field-announced-before = Strategije in programi
desk-field-announced-before-regulation = Odloki in drugi predpisi
desk-field-announced-before-spatial = Prostorski akti
desk-field-procedure = Vrsta postopka
desk-hint-procedure = Po njej se ravna, koliko dni pred rokom mora biti obravnava napovedana.
desk-procedure-strategy = Strategija ali program
desk-procedure-regulation = Odlok ali drug predpis
desk-procedure-spatial = Prostorski akt
desk-fault-no-days = Vpišite število dni od 0 do { $most }.
desk-fault-no-zone = Tega časovnega pasu ni. Na primer: Europe/Ljubljana.
desk-fault-too-many = Preveč jih je. Največ { $most }.
desk-text-example =
    # Uvod

    Besedilo prvega odstavka.

    # Brezdomstvo

    ## Kje smo danes

    Besedilo.

    ## Ključni cilj: Zavetišče vso zimo

    Zavetišče je odprto od oktobra do aprila.

    - Kazalnik: število noči
    - Nosilec: občina
    - Rok: 2025

desk-field-second-factor = Vsi se prijavljajo z geslom in kodo
desk-hint-second-factor = Kdor druge potrditve še nima, jo mora nastaviti, preden nadaljuje delo. Tudi vi.

desk-part-events = Dogodki
desk-lead-events = Delavnice, okrogle mize, javne predstavitve, seje. Javni so z napovedjo, v koledarju tudi.
desk-row-events = Dogodek { $number }
desk-part-documents = Povezani dokumenti
desk-lead-documents = Gradivo, na katerem osnutek temelji ali ki sodi zraven: povezave in datoteke.
desk-row-documents = Dokument { $number }
desk-good-events = Dogodki
desk-good-events-count = { $count ->
    [0] delavnice, javne predstavitve, seje
    [one] { $count } dogodek
    [two] { $count } dogodka
    [few] { $count } dogodki
   *[other] { $count } dogodkov
}
desk-good-documents = Povezani dokumenti
desk-good-documents-count = { $count ->
    [0] analize, poročila, sklepi
    [one] { $count } dokument
    [two] { $count } dokumenta
    [few] { $count } dokumenti
   *[other] { $count } dokumentov
}
desk-field-preparing-body = Kdo osnutek pripravlja
desk-hint-preparing-body = Če ga za vas pripravlja drug organ, na primer razvojna agencija. Javno bo zapisano poleg vašega imena.
desk-field-event-title = Kaj
desk-field-event-starts-at = Začetek
desk-field-event-ends-at = Konec
desk-field-event-place = Kje
desk-field-event-url = Povezava
desk-field-event-description = Opis
desk-field-event-minutes = Zapisnik
desk-hint-event-minutes = Kaj se je zgodilo. Vpišite po dogodku.
desk-field-related-title = Naslov dokumenta
desk-field-related-url = Povezava do dokumenta
desk-fault-no-time = Vpišite dan in uro, na primer 10. 4. 2022, 17.00.

desk-field-announce-at = Napovej ob določenem času
desk-hint-announce-at = Prazno: takoj. Sicer dan in ura pred odprtjem, po uri vašega organa.
desk-fault-not-between = Izberite čas po tem trenutku in pred odprtjem obravnave.
desk-announce-set = Napoved: { $moment }
desk-announce-set-lead = Do takrat obravnava ni javna. Naslov, rok in naslov strani se ne spremenijo več; če jih želite popraviti, napoved prekličite.
desk-announce-take-back = Prekliči napoved
desk-preview-title = Predogled za druge
desk-preview-lead = Povezava pokaže osnutek komu, ki nima računa, na primer svetnikom. Velja 14 dni in jo lahko prekličete.
desk-preview-until = velja do { $until }
desk-preview-revoke = Prekliči povezavo
desk-preview-submit = Naredi povezavo
desk-field-preview-label = Za koga
desk-hint-preview-label = Da veste, komu ste jo dali. Drugi tega ne vidijo.
desk-notice-announced-subject = Napovedujemo javno obravnavo: { $title }
desk-notice-announced-body = Pozdravljeni,

    pripravili smo osnutek: { $title }. Pripombe boste lahko oddali od začetka v { $opening }, do { $deadline }.

    Hvala, da sodelujete.
desk-notice-extended-subject = Rok je podaljšan: { $title }
desk-notice-extended-body = Pozdravljeni,

    rok za pripombe smo podaljšali: { $title }. Oddate jih lahko do { $deadline }.

    Hvala, da sodelujete.

desk-field-main-colour = Glavna barva
desk-hint-main-colour = Šest znakov, na primer #1a5f4b. Prazno: barva Posveta.
desk-fault-no-colour = Vpišite barvo kot šest znakov, na primer #1a5f4b.
desk-fault-low-contrast = Barva je presvetla: kontrast z belo je { $measured }, potreben je vsaj { $least }. Izberite temnejšo.
desk-authority-more = Še več
desk-texts-title = Stalna besedila
desk-texts-lead = Namesto Posvetovih besedil lahko pokažete svoja. Prazno polje vrne Posvetovo besedilo. Oblikujete ga z Markdownom.
desk-field-text-sl = V slovenščini
desk-field-text-en = V angleščini

desk-outage-title = Zabeleži izpad strani
desk-outage-lead = Zapis je javen v dnevniku roka. Predlagamo podaljšanje, odločite pa vi.
desk-outage-submit = Zabeleži izpad
desk-field-outage-from = Od
desk-field-outage-until = Do
desk-field-outage-reason = Kaj se je zgodilo
desk-hint-outage-reason = Javno, na primer: okvara strežnika.
desk-fault-outside-window = Izpad se mora začeti, ko je obravnava odprta.
desk-extend-outage = { $count ->
    [one] Zaradi izpada predlagamo { $count } dan več.
    [two] Zaradi izpada predlagamo { $count } dneva več.
    [few] Zaradi izpada predlagamo { $count } dni več.
   *[other] Zaradi izpada predlagamo { $count } dni več.
}

desk-field-english = Strani tudi v angleščini
desk-hint-english = Če tega ne izberete, angleških strani ne ponujamo obiskovalcem in iskalnikom.
desk-logo-title = Grb ali znak
desk-field-logo-text = Kaj je na sliki
desk-hint-logo-text = Za tiste, ki slike ne vidijo. Na primer: Grb Mestne občine Kranj.
desk-field-logo-text-en = Kaj je na sliki, v angleščini
desk-logo-file = Slika
desk-logo-other = Druga slika
desk-logo-file-hint = PNG, JPEG ali WebP. Pomanjšamo jo na največ 640 × 160 točk.
desk-logo-submit = Shrani znak
desk-logo-remove = Odstrani znak
desk-lead-text-adopted = Sprejeto besedilo. Popravite ga tako, kot je bilo sprejeto, in shranite: objavi se kot nova različica. Pripombe ostanejo pri odstavkih, na katere so bile dane.
desk-adopt-text = Vpišite sprejeto besedilo
desk-bring-title = Dodaj datoteko
desk-bring-minutes-title = Dodaj zapisnik kot datoteko
desk-field-upload-event = Dogodek
desk-minutes-is-file = Zapisnik kot datoteka
desk-minutes-is-file-hint = Če kljukico odstranite, datoteko ob shranjevanju odstranite.
desk-bring-submit = Naloži datoteko
desk-field-upload-file = Datoteka
desk-hint-upload-file = PDF, DOCX ali XLSX brez makrov ali slika PNG, JPEG ali WebP. Iz slik odstranimo podatke o kraju in napravi.
desk-field-related-file = Datoteka
desk-document-is-file = Naložena datoteka. Če naslov izbrišete, jo odstranite.
desk-fault-file-too-large = Datoteka je prevelika: največ { $megabytes } MB.
desk-fault-other-file = Take datoteke tu ne moremo sprejeti. Odloča vsebina in ne ime datoteke.
desk-fault-no-picture = To ni slika PNG, JPEG ali WebP. Odloča vsebina in ne ime datoteke.
desk-fault-broken-picture = Slike ni mogoče prebrati. Odprite jo v programu za slike in jo shranite znova.
desk-fault-too-many-pixels = Slika ima preveč točk. Pomanjšajte jo na največ približno 20 milijonov točk.
desk-fault-file-with-macros = Dokument vsebuje makre. Shranite ga brez njih.
desk-fault-files-away = Datoteke zdaj ne moremo shraniti. Poskusite znova čez nekaj minut.
