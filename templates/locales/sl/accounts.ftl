### Prijava in ljudje.

accounts-sign-in-title = Prijava
accounts-sign-in-lead = Za člane in članice delovnih skupin ter koordinatorje. Za oddajo pripombe računa ne potrebujete.
accounts-sign-in-submit = Prijavi me
accounts-sign-in-help = Če vam tudi povezava ne pomaga, se obrnite na skrbnika ali skrbnico pri svojem organu.
accounts-sign-in-demo-title = Računi za preizkus
accounts-sign-in-demo-password = Geslo vseh je

accounts-people-title = Ljudje in pooblastila
accounts-people-list = Kdo dela pri obravnavah
accounts-people-roles = Pooblastila
accounts-people-me = (vi)

accounts-field-name = Ime in priimek
accounts-field-email = E-poštni naslov
accounts-field-password = Geslo
accounts-field-role = Pooblastilo

accounts-role-administrator = skrbnik/ca
accounts-role-administrator-can = ureja ljudi in pooblastila
accounts-role-coordinator = koordinator/ica
accounts-role-coordinator-can = vodi obravnavo, pošilja obvestila, objavi stališča
accounts-role-reviewer = član/ica delovne skupine
accounts-role-reviewer-can = piše in potrjuje stališča

accounts-error-credentials = E-poštni naslov in geslo se ne ujemata
accounts-error-name-missing = Vpišite ime in priimek
accounts-error-name-too-long = Ime naj ima največ { $max } znakov
accounts-error-role-missing = Izberite pooblastilo
accounts-error-password-missing = Vpišite geslo
accounts-error-password-common = To geslo je prepogosto; izberite manj znano
accounts-error-password-long = Geslo naj ima največ { $most } znakov
accounts-error-has-role = Oseba to pooblastilo že ima
accounts-error-disabled = Račun s tem naslovom je onemogočen
accounts-error-throttled = { $minutes ->
    [one] Preveč poskusov. Poskusite znova čez { $minutes } minuto
    [two] Preveč poskusov. Poskusite znova čez { $minutes } minuti
    [few] Preveč poskusov. Poskusite znova čez { $minutes } minute
   *[other] Preveč poskusov. Poskusite znova čez { $minutes } minut
}
accounts-error-password-short = Geslo naj ima vsaj { $min } znakov

accounts-set-up-title = Prva nastavitev
accounts-set-up-lead = Ta stran se odpre samo enkrat: naredi prvega naročnika in prvo osebo, ki se lahko prijavi.
accounts-set-up-authority = Kdo daje osnutke v obravnavo
accounts-set-up-you = Vi
accounts-set-up-name = Polno ime
accounts-set-up-name-hint = Na primer: Mestna občina Kranj.
accounts-set-up-short-name = Kratko ime
accounts-set-up-short-name-hint = Kot ga zapišete v stavku, na primer: Kranj.
accounts-set-up-contact = Javni e-poštni naslov
accounts-set-up-contact-hint = Na ta naslov pridejo odgovori na obvestila.
accounts-set-up-slug = Del naslova strani
accounts-set-up-slug-hint = Male črke in vezaji, na primer kranj. Prazno: iz kratkega imena.
accounts-set-up-prefix = Začetek številk vlog
accounts-set-up-prefix-hint = Na primer KRANJ: vloge so potem KRANJ-2026-0001. Prazno: iz naslova strani.
accounts-set-up-email-hint = S tem naslovom se prijavite. Nanj pošljemo prvo sporočilo, da vidite, ali pošta dela.
accounts-set-up-password-hint = Vsaj 12 znakov. Lahko je stavek.
accounts-set-up-coordinates = Vodim tudi javne obravnave
accounts-set-up-coordinates-hint = Sicer lahko dodajate samo ljudi in vloge.
accounts-set-up-submit = Ustvari
accounts-error-empty = Polje je prazno. Izpolnite ga.
accounts-error-slug = Uporabite do 40 malih črk brez strešic, številk in vezajev. Nekatere besede uporablja Posvet sam.
accounts-error-prefix = Uporabite do 20 črk brez strešic, številk in vezajev.

accounts-field-code = Koda
accounts-field-new-password = Novo geslo
accounts-field-present-password = Sedanje geslo
accounts-field-new-email = Novi e-poštni naslov
accounts-field-consultation = Za katere obravnave
accounts-hint-consultation = Pooblastilo za eno obravnavo odpre samo njo. Primerno za ljudi drugega organa.
accounts-password-hint = Vsaj 12 znakov. Najlaže si zapomnite tri ali štiri besede.

accounts-people-invite = Povabi osebo
accounts-people-invite-lead = Pošljemo ji povezavo, ki velja sedem dni. Geslo si izbere sama.
accounts-people-submit = Pošlji vabilo
accounts-people-everywhere = Vse obravnave
accounts-people-disabled = (se ne more prijaviti)

accounts-invitations-title = Vabila, ki čakajo
accounts-invitations-until = Velja do
accounts-invitations-expired = je poteklo
accounts-invitations-resend = Pošlji znova
accounts-invitations-revoke = Prekliči

accounts-person-disabled = se ne more prijaviti
accounts-person-in-one = Posamezne obravnave
accounts-person-roles-help = Sprememba velja takoj. Pooblastilo za eno obravnavo dodate z vabilom.
accounts-person-save = Shrani pooblastila
accounts-person-access = Prijava
accounts-person-disable-lead = Onemogočen račun takoj odjavimo povsod. Kar je oseba napisala, ostane.
accounts-person-disable = Onemogoči račun
accounts-person-enable-lead = Račun je onemogočen. Z istim geslom in pooblastili se lahko znova omogoči.
accounts-person-enable = Omogoči račun
accounts-person-has-factor = Oseba se prijavlja z geslom in kodo. Če je izgubila telefon in rezervne kode, ji drugo potrditev odstranite; o tem jo obvestimo.
accounts-person-reset-factor = Odstrani drugo potrditev
accounts-person-no-factor = Oseba se prijavlja samo z geslom.

accounts-code-title = Vpišite kodo
accounts-code-lead = Geslo je pravo. Zdaj vpišite še kodo iz aplikacije.
accounts-code-over = Prijava ne čaka več na kodo. Začnite znova z geslom.
accounts-code-again = Na prijavo
accounts-code-hint = Šest števk iz aplikacije ali ena od rezervnih kod.
accounts-code-submit = Potrdi kodo
accounts-code-help = Nimate ne telefona ne rezervnih kod? Skrbnik ali skrbnica lahko drugo potrditev odstrani.

accounts-forgotten-title = Pozabljeno geslo
accounts-forgotten-lead = Vpišite e-poštni naslov, s katerim se prijavljate. Nanj pošljemo povezavo za novo geslo.
accounts-forgotten-submit = Pošlji povezavo
accounts-forgotten-asked = Če ima ta naslov račun, smo nanj poslali povezavo. Velja eno uro.
accounts-forgotten-nothing-came = Sporočila ni? Preverite neželeno pošto in ali ste vpisali pravi naslov.

accounts-new-password-title = Novo geslo
accounts-new-password-lead = Za račun { $email }.
accounts-new-password-submit = Nastavi geslo
accounts-new-password-help = Vse prijave s starim geslom odjavimo. Druga potrditev ostane, kot je.

accounts-new-address-title = Potrdite novi naslov
accounts-new-address-lead = Odslej se boste prijavljali z njim.
accounts-new-address-present = Zdaj
accounts-new-address-new = Odslej
accounts-new-address-submit = Potrdi novi naslov

accounts-invitation-over = Vabilo za { $email }, velja do { $until }
accounts-invitation-for = Vabilo za { $email }
accounts-invitation-title = Povabljeni ste k delu pri javnih obravnavah
accounts-invitation-lead = Vabi vas organ { $authority }.
accounts-invitation-role = Pooblastilo:
accounts-invitation-for-one = Samo za eno obravnavo.
accounts-invitation-name-hint = Vidijo ga sodelavci.
accounts-invitation-has-account = Račun s tem naslovom že imate; novo je samo pooblastilo. Nato se prijavite kot po navadi.
accounts-invitation-submit = Sprejmi vabilo
accounts-invitation-state-expired = Vabilo je poteklo
accounts-invitation-state-revoked = Vabilo je preklicano
accounts-invitation-state-accepted = Vabilo je že sprejeto
accounts-invitation-ended-lead = Prosite skrbnika ali skrbnico, da vam pošlje novo.
accounts-invitation-accepted-lead = Prijavite se s svojim geslom.

accounts-own-title = Vaš račun
accounts-sessions-title = Kje ste prijavljeni
accounts-sessions-lead = Če katere naprave ne poznate, jo odjavite in spremenite geslo.
accounts-sessions-device = Naprava
accounts-sessions-begun = Prijavljeno
accounts-sessions-seen = Nazadnje dejavno
accounts-sessions-act = Dejanje
accounts-sessions-this = (ta naprava)
accounts-sessions-unknown = neznana naprava
accounts-sessions-end = Odjavi
accounts-sessions-end-others = Odjavi vse druge naprave
accounts-change-password-title = Sprememba gesla
accounts-change-password-submit = Spremeni geslo
accounts-change-password-help = Vse druge naprave odjavimo. O spremembi vas obvestimo po e-pošti.
accounts-change-address-title = Sprememba naslova
accounts-change-address-hint = Nanj pošljemo povezavo. Naslov se spremeni, ko jo odprete in potrdite; sporočilo dobita oba naslova.
accounts-change-address-submit = Pošlji povezavo

accounts-factor-title = Druga potrditev prijave
accounts-factor-lead = Geslo lahko kdo ugane. Kode iz vašega telefona ne more.
accounts-factor-app = Aplikacija s kodami
accounts-factor-since = Nastavljena od { $day }
accounts-factor-none = Ni nastavljena
accounts-factor-set-link = Nastavi
accounts-factor-change = Zamenjaj
accounts-factor-tie = Povežite telefon
accounts-factor-replace = Zamenjajte aplikacijo
accounts-factor-picture = Koda QR za aplikacijo
accounts-factor-scan = Odprite aplikacijo za kode (katero koli, ki podpira TOTP) in poskenirajte sliko.
accounts-factor-by-hand = Skeniranje ne gre? Vpišite ključ:
accounts-factor-code-hint = Šest števk, ki jih zdaj kaže aplikacija.
accounts-factor-password-hint = Še enkrat, da vemo, da ste to vi.
accounts-factor-submit = Nastavi drugo potrditev
accounts-factor-remove-title = Brez druge potrditve
accounts-factor-remove-lead = Prijavljali se boste samo z geslom. Rezervne kode ne bodo več veljale.
accounts-factor-remove = Odstrani drugo potrditev
accounts-codes-title = Shranite rezervne kode
accounts-codes-lead = Vsaka velja enkrat, ko telefona nimate pri sebi.
accounts-codes-name = Rezervne kode
accounts-codes-print = Natisnite jih ali prepišite zdaj: tu jih ne pokažemo več.
accounts-codes-done = Shranil/a sem jih
accounts-codes-left = { $count ->
    [one] Ostala je { $count } koda od 10.
    [two] Ostali sta { $count } kodi od 10.
    [few] Ostale so { $count } kode od 10.
   *[other] Ostalo je { $count } kod od 10.
}
accounts-codes-link = Nove kode
accounts-codes-renew = Naredi nove kode
accounts-codes-renew-lead = Ko naredite nove, stare ne veljajo več.

accounts-error-present-password = To ni vaše sedanje geslo
accounts-error-taken = S tem naslovom se prijavlja nekdo drug
accounts-error-code = Koda ne velja. Počakajte na novo in preverite, ali je ura na telefonu prava
accounts-error-code-missing = Vpišite kodo
accounts-error-factor-required = Vaš organ zahteva drugo potrditev; lahko jo zamenjate
accounts-error-consultation = Izberite obravnavo s seznama
accounts-error-administrator-of-one = Skrbnik ali skrbnica je za vse obravnave, ne za eno
accounts-error-last-administrator = Brez te osebe organ ne bi imel nikogar, ki ureja ljudi. Pooblastilo skrbnika najprej dajte komu drugemu
accounts-error-works-elsewhere = Oseba dela tudi za organ, ki ga ne upravljate. Odvzemite ji pooblastila pri tem organu

accounts-new-authority-title = Nov organ
accounts-new-authority-lead = Še en organ na tem Posvetu, s svojim naslovom, ljudmi in obravnavami. Skrbnik/ca ste vi.
accounts-error-slug-taken = Ta del naslova že ima drug organ
