### Obvestila koordinatorjev.

notices-list-title = Obvestila
notices-list-lead = Vsako obvestilo pred pošiljanjem preverite na vzorcu.
notices-list-new = Novo obvestilo
notices-list-state = Stanje
notices-list-recipients = Prejemniki
notices-list-changed = Sprememba
notices-list-not-sent = ni poslano
notices-list-empty = Ni še nobenega obvestila.

notices-count-recipients = { $count ->
    [one] { $count } prejemnik
    [two] { $count } prejemnika
    [few] { $count } prejemniki
   *[other] { $count } prejemnikov
}
notices-count-failed = { $count ->
    [one] { $count } nedostavljeno
    [two] { $count } nedostavljeni
    [few] { $count } nedostavljena
   *[other] { $count } nedostavljenih
}

notices-state-draft = Osnutek
notices-state-sending = Se pošilja
notices-state-sent = Poslano

notices-new-title = Novo obvestilo
notices-new-lead = Najprej ga shranite kot osnutek, potem preverite prejemnike in videz.
notices-new-submit = Shrani in preveri prejemnike

notices-nothing-sent = Dokler ne potrdite, ne odide nič.

notices-steps = Koraki:

notices-step-content = Vsebina
notices-step-check = Preverjanje
notices-step-sent = Poslano

notices-form-content = Vsebina

notices-field-subject = Zadeva
notices-field-body = Besedilo
notices-field-body-hint = Prazna vrstica začne nov odstavek. Povezava do osnutka, rok in odjava se dodajo sami.
notices-field-audience = Kdo naj ga dobi
notices-field-confirm = Besedilo in prejemniki so preverjeni.

notices-audience-consultation = Naročeni na to obravnavo
notices-audience-authority = Naročeni na vse obravnave

notices-why-consultation = naročilo na to obravnavo od { $day }
notices-why-authority = naročilo na vse obravnave od { $day }

notices-rehearsal-title = Obvestilo: { $subject }
notices-rehearsal-lead = Osnutek, ni poslano
notices-rehearsal-save = Shrani spremembe
notices-rehearsal-preview = Tako bo videti
notices-rehearsal-test = Pošlji preizkus sebi
notices-rehearsal-confirmation = Potrditev
notices-rehearsal-send = { $count ->
    [one] Pošlji { $count } prejemniku
    [two] Pošlji { $count } prejemnikoma
    [few] Pošlji { $count } prejemnikom
   *[other] Pošlji { $count } prejemnikom
}
notices-rehearsal-nobody = S to izbiro obvestila ne dobi nihče. Izberite prejemnike in shranite.

notices-check-once = Nihče ne dobi dveh sporočil
notices-check-tested = Preizkus poslan: { $moment }
notices-check-untested = Preizkus še ni bil poslan
notices-check-last = Zadnje obvestilo o tej obravnavi: { $moment }

notices-recipients-title = Kdo ga dobi in zakaj
notices-recipients-caption = Prejemniki po razlogu
notices-recipients-reason = Razlog
notices-recipients-addresses = Naslovov
notices-recipients-duplicates = Na več seznamih hkrati, dobijo eno sporočilo
notices-recipients-unsubscribed = Odjavljeni
notices-recipients-total = Prejemnikov
notices-recipients-note = Številke veljajo za shranjeno izbiro. Ko jo spremenite, shranite osnutek.
notices-recipients-sample = { $count ->
    [1] Prvi prejemnik
    [2] Prva { $count } prejemnika
    [3] Prvi { $count } prejemniki
    [4] Prvi { $count } prejemniki
   *[other] Prvih { $count } prejemnikov
}
notices-recipients-sample-caption = Vzorec prejemnikov
notices-recipients-address = Naslov
notices-recipients-why = Zakaj

notices-letter-unsubscribe = Odjava z enim klikom.

notices-report-confirmed = Potrditev: { $name }, { $moment }
notices-report-delivery = Dostava
notices-report-recipients = { $count ->
    [one] prejemnik
    [two] prejemnika
    [few] prejemniki
   *[other] prejemnikov
}
notices-report-sent = oddano
notices-report-waiting = čaka
notices-report-deferred = bo poskušano znova
notices-report-failed = nedostavljeno
notices-report-suppressed = zadržano (odjava)
notices-report-finished = Pošiljanje je končano: { $moment }.
notices-report-sending = Pošiljanje poteka. Osvežite stran za novo stanje.
notices-report-text = Besedilo

notices-troubles-title = Kaj ni bilo dostavljeno
notices-troubles-attempts = Poskusov
notices-troubles-reply = Odgovor strežnika
notices-troubles-tried = Zadnji poskus

notices-trouble-deferred = bo poskušano znova
notices-trouble-failed = nedostavljeno
notices-error-subject-missing = Vpišite zadevo
notices-error-body-missing = Napišite besedilo
notices-error-audience-missing = Izberite vsaj eno skupino prejemnikov
notices-error-confirm-missing = Potrdite, da ste preverili besedilo in prejemnike
notices-error-changed = Osnutek je vmes spremenil nekdo drug; preverite ga in ponovite
notices-error-not-rehearsed = Obvestilo še ni poslano: besedilo ali prejemniki so se spremenili. Osnutek je shranjen; preverite ga in potrdite še enkrat
notices-error-not-announced = Obravnava še ni napovedana; obvestila do takrat ni mogoče poslati. Osnutek je shranjen
notices-error-already-sent-title = Obvestilo je že poslano
notices-error-already-sent-next = Poslanega obvestila ni mogoče spreminjati. Poglejte poročilo o dostavi.
notices-error-subject-too-long = Zadeva naj ima največ { $max } znakov
notices-error-body-too-long = Besedilo naj ima največ { $max } znakov
