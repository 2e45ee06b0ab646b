### Prijava in ljudje.

accounts-sign-in-title = Prijava
accounts-sign-in-lead = Za člane in članice delovnih skupin ter koordinatorje. Za oddajo pripombe računa ne potrebujete.
accounts-sign-in-submit = Prijavi me
accounts-sign-in-help = Če se ne morete prijaviti, se obrnite na skrbnika ali skrbnico sistema pri svojem organu.
accounts-sign-in-demo-title = Računi za preizkus
accounts-sign-in-demo-password = Geslo vseh je

accounts-people-title = Ljudje in pooblastila
accounts-people-list = Kdo dela pri obravnavah
accounts-people-roles = Pooblastila
accounts-people-me = (vi)
accounts-people-add = Nova oseba
accounts-people-password = Začetno geslo
accounts-people-password-hint = Vsaj 12 znakov. Osebi ga povejte ustno.
accounts-people-submit = Dodaj osebo

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
