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
