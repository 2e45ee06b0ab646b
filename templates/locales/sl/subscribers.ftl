### Naročniki: naročilo, potrditev, odjava.

subscribers-subscribe-box-title = Obvestite me
subscribers-subscribe-box-lead = Ko se obravnava odpre, izteka ali konča. Nič drugega.
subscribers-subscribe-box-link = Naroči obvestila
subscribers-subscribe-title = Naročilo na obvestila
subscribers-subscribe-lead = Pišemo samo, ko se obravnava odpre, izteka ali konča.
subscribers-subscribe-submit = Naroči obvestila
subscribers-subscribe-after = Poslali vam bomo povezavo za potrditev. Odjavite se z enim klikom.
subscribers-subscribe-done-title = Preverite e-pošto
subscribers-subscribe-done-lead = Poslali smo vam sporočilo s povezavo. Obvestila boste dobivali šele, ko jo odprete in potrdite naročilo.
subscribers-subscribe-done-help = Če sporočila čez nekaj minut še ni, preverite neželeno pošto in ali je naslov pravilen.

subscribers-confirm-title = Potrdite naročilo
subscribers-confirm-lead = S klikom potrdite, da želite dobivati obvestila na ta naslov.
subscribers-confirm-submit = Potrdi naročilo
subscribers-confirm-done-title = Naročilo je potrjeno
subscribers-confirm-done-lead = Obvestila boste dobivali na svoj e-poštni naslov.
subscribers-confirm-expired-title = Povezava ne velja več
subscribers-confirm-expired-lead = Naročite se znova in poslali vam bomo novo povezavo.

subscribers-unsubscribe-title = Odjava od obvestil
subscribers-unsubscribe-lead = S klikom se odjavite. Drugih podatkov ne potrebujemo.
subscribers-unsubscribe-submit = Odjavi me
subscribers-unsubscribe-link = Odjava
subscribers-unsubscribe-done-title = Odjavljeni ste
subscribers-unsubscribe-done-lead = Obvestil ne boste več dobivali. Odgovor na svojo vlogo boste dobili vseeno.

subscribers-field-scope = Katere obravnave

subscribers-scope-consultation = Samo { $title }
subscribers-scope-authority = Vse obravnave organa { $name }

subscribers-field-email = E-poštni naslov
subscribers-field-email-hint = Uporabimo ga samo za obvestila. Nikoli ni objavljen.

subscribers-error-scope-missing = Izberite, o čem naj vas obveščamo
subscribers-error-form-expired = Obrazec je bil predolgo odprt; oddajte ga še enkrat
