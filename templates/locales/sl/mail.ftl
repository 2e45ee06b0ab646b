### Besedila sporočil.

mail-from = Javne obravnave

mail-greeting = Pozdravljeni,

mail-thanks = Hvala, da sodelujete.

mail-contact = Vprašanja:

mail-tracking-button = Spremljaj svojo vlogo
mail-tracking-link = Spremljanje vaše vloge

mail-unsubscribe = Odjava z enim klikom

mail-why-submission = To sporočilo ste dobili, ker ste ob oddaji vloge { $reference } navedli ta e-poštni naslov.
mail-why-confirmation = To sporočilo ste dobili, ker je nekdo vpisal ta naslov v obrazec za naročilo na obvestila.
mail-why-consultation = To sporočilo ste dobili, ker ste naročeni na obvestila o tej obravnavi.
mail-why-authority = To sporočilo ste dobili, ker ste naročeni na obvestila o vseh obravnavah.

mail-confirm-submission-subject = Potrdite oddajo vloge { $reference }
mail-confirm-submission-reminder-subject = Opomnik: vloga { $reference } čaka na vašo potrditev
mail-confirm-submission-reminder = Vloga še ni potrjena. Drugega opomnika ne bo.
mail-confirm-submission-title = Potrdite oddajo
mail-confirm-submission-lead = v javni obravnavi »{ $title }« smo prejeli vašo vlogo { $reference }. Čas prejema: { $moment }.
mail-confirm-submission-about = Nanaša se na: { $place }.
mail-confirm-submission-ask = Da jo lahko obravnavamo, potrdite, da ste jo oddali vi:
mail-confirm-submission-button = Potrdi oddajo
mail-confirm-submission-until = Potrdite jo do { $deadline }. Potem povezava ne velja več in vloge ne obravnavamo. Velja čas oddaje, ne čas potrditve.
mail-confirm-submission-not-me = Če vloge niste oddali vi, sporočilo prezrite; brez potrditve je ne obravnavamo.

mail-submission-received-subject = Potrdilo o prejemu vloge { $reference }
mail-submission-received-title = Vaša vloga je potrjena
mail-submission-received-lead = vaša vloga { $reference } v javni obravnavi »{ $title }« je potrjena. Čas prejema: { $moment }.
mail-submission-received-next = Delovna skupina bo odločila o vsaki pripombi. Ko bodo stališča objavljena, vam pošljemo odgovor.
mail-submission-received-next-by = Delovna skupina bo odločila o vsaki pripombi, predvidoma do { $day }. Ko bodo stališča objavljena, vam pošljemo odgovor.

mail-responses-released-subject = Odgovor na vašo vlogo { $reference }
mail-responses-released-title = Odgovor na vašo vlogo
mail-responses-released-lead = { $count ->
    [1] delovna skupina je odločila o vaši pripombi v vlogi { $reference } v javni obravnavi »{ $title }«.
   *[other] delovna skupina je odločila o vaših pripombah v vlogi { $reference } v javni obravnavi »{ $title }«.
}
mail-responses-released-new-text = Besedilo se zdaj glasi:
mail-responses-released-register = Vse pripombe in stališča v registru

mail-confirm-subscription-subject = Potrdite naročilo na obvestila: { $subject }
mail-confirm-subscription-title = Potrdite naročilo
mail-confirm-subscription-lead = prejeli smo prošnjo, da na ta naslov pošiljamo obvestila: { $subject }.
mail-confirm-subscription-button = Potrdi naročilo
mail-confirm-subscription-ignore = Če tega niste želeli, sporočilo prezrite. Obvestil ne bo.

mail-confirm-together-subject = { $count ->
    [one] Na vašo potrditev čaka { $count } oddaja
    [two] Na vašo potrditev čakata { $count } oddaji
    [few] Na vašo potrditev čakajo { $count } oddaje
   *[other] Na vašo potrditev čaka { $count } oddaj
}
mail-confirm-together-title = Potrdite, kar ste oddali
mail-confirm-together-lead = v kratkem času je bilo s tem naslovom oddanih več vlog ali naročil na obvestila. Da vam ne bi pošiljali sporočila za vsako posebej, smo jih zbrali tukaj.
mail-confirm-together-ask = Potrdite samo tiste, ki ste jih oddali vi. Drugih ne obravnavamo.
mail-confirm-together-submission = Vloga { $reference } v javni obravnavi »{ $title }« ({ $authority })
mail-confirm-together-subscription = Naročilo na obvestila: { $title } ({ $authority })
mail-confirm-together-subscribed = Na obvestila ste že naročeni: { $title } ({ $authority }). Ničesar vam ni treba storiti.
mail-confirm-together-why = To sporočilo ste dobili, ker je nekdo vpisal ta naslov v obrazec za pripombe ali za naročilo na obvestila.

mail-already-subscribed-subject = Na obvestila ste že naročeni: { $subject }
mail-already-subscribed-title = Naročilo že imate
mail-already-subscribed-lead = na ta naslov že pošiljamo obvestila: { $subject }. Ničesar vam ni treba storiti.

mail-notice-test = [Preizkus] { $subject }
mail-notice-read = Odpri javno obravnavo
mail-notice-deadline = Rok za pripombe se izteče v { $deadline }.

mail-set-up-done-subject = Posvet je nastavljen
mail-set-up-done-lead = vaš račun za naročnika { $authority } je pripravljen. Če berete to sporočilo, pošta dela.
mail-set-up-done-why = To sporočilo ste dobili, ker je bil s tem naslovom narejen prvi račun.

mail-why-account = To sporočilo ste dobili, ker imate račun za delo pri javnih obravnavah.
mail-why-invitation = To sporočilo ste dobili, ker vas je nekdo povabil k delu pri javnih obravnavah.
mail-why-new-address = To sporočilo ste dobili, ker je nekdo z računom za delo pri javnih obravnavah navedel ta naslov.
mail-invitation-subject = Vabilo k delu pri javnih obravnavah
mail-invitation-lead = organ { $authority } vas vabi k delu pri javnih obravnavah. Pooblastilo: { $role }.
mail-invitation-button = Sprejmi vabilo
mail-invitation-until = Vabilo velja do { $until }.
mail-invitation-not-you = Če vabila ne pričakujete, sporočilo prezrite.
mail-new-password-subject = Novo geslo
mail-new-password-lead = prejeli smo prošnjo za novo geslo vašega računa.
mail-new-password-button = Nastavi novo geslo
mail-new-password-until = Povezava velja do { $until } in samo enkrat.
mail-new-password-not-you = Če za novo geslo niste prosili, vam ni treba storiti ničesar. Geslo ostane, kot je.
mail-new-address-subject = Potrdite novi naslov
mail-new-address-lead = za svoj račun ste navedli ta naslov.
mail-new-address-button = Potrdi novi naslov
mail-new-address-until = Povezava velja do { $until }.
mail-new-address-not-you = Če tega niste zahtevali vi, sporočilo prezrite.
mail-password-changed-subject = Geslo je spremenjeno
mail-password-changed-lead = geslo vašega računa je bilo pravkar spremenjeno, vse prejšnje prijave so odjavljene.
mail-password-changed-not-you = Če tega niste storili vi, takoj nastavite novo geslo s povezavo »Pozabljeno geslo« in obvestite skrbnika ali skrbnico.
mail-address-changed-subject = Naslov vašega računa je spremenjen
mail-address-changed-lead = odslej se prijavljate z naslovom { $address }.
mail-address-changed-not-you = Če tega niste storili vi, takoj obvestite skrbnika ali skrbnico.
mail-second-factor-set-subject = Druga potrditev prijave je nastavljena
mail-second-factor-set-lead = ob prijavi bomo odslej poleg gesla zahtevali kodo iz vaše aplikacije.
mail-second-factor-set-not-you = Če tega niste storili vi, takoj obvestite skrbnika ali skrbnico.
mail-second-factor-removed-subject = Druga potrditev prijave je odstranjena
mail-second-factor-removed-lead = odslej se prijavljate samo z geslom. Drugo potrditev lahko kadar koli nastavite znova.
mail-second-factor-removed-not-you = Če tega niste storili vi ali skrbnik na vašo prošnjo, takoj spremenite geslo in obvestite skrbnika ali skrbnico.
