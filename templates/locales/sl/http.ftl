### Okvir strani, napake in stalna besedila.

http-site-name = Posvet

http-skip = Preskoči na vsebino

http-nav-label = Glavni meni
http-nav-home = Obravnave
http-nav-consultations = Javne obravnave
http-nav-register = Register pripomb
http-nav-switch = English

http-crumbs = Pot do strani

http-footer-staff = Prijava za delovno skupino
http-footer-no-tracking = Te strani ne nalagajo ničesar z drugih strežnikov in ne spremljajo obiskovalcev.
http-footer-demo = To je predstavitev: e-poštna sporočila ostanejo tukaj.
http-footer-mailbox = Odpri predal sporočil
http-footer-desk = Delovna miza pokaže le, kar dovoljuje vaše pooblastilo.
http-footer-signed-in = Prijavljeni ste kot { $name }
http-footer-sign-out = Odjavi me

http-desk-name = Delovna miza
http-desk-consultations = Moje obravnave
http-desk-overview = Pregled
http-desk-comments = Pripombe
http-desk-notices = Obvestila
http-desk-release = Objava stališč
http-desk-public = Javna stran

http-field-optional = (neobvezno)
http-field-most = Največ { $most } znakov.

http-errors-title = Nekaj je treba popraviti
http-errors-lead = { $count ->
    [one] Kar ste vpisali, je ohranjeno. Popravite { $count } stvar:
    [two] Kar ste vpisali, je ohranjeno. Popravite { $count } stvari:
    [few] Kar ste vpisali, je ohranjeno. Popravite { $count } stvari:
   *[other] Kar ste vpisali, je ohranjeno. Popravite { $count } stvari:
}
http-errors-prefix = Napaka:

http-flash-address-corrected = Naslov je popravljen, sporočilo je na poti. Naslov te strani je nov; shranite ga.
http-flash-just-sent = Sporočilo smo poslali pred kratkim. Če ga ne dobite, poskusite čez nekaj minut.
http-flash-sent-again = Sporočilo s povezavo je znova na poti.
http-flash-saved = Shranjeno.
http-flash-submitted = Stališče čaka na potrditev drugega člana ali članice.
http-flash-approved = Stališče je potrjeno.
http-flash-returned = Stališče je vrnjeno v dopolnitev.
http-flash-taken-back = Stališče je umaknjeno iz potrjevanja. Dopolnite ga in pošljite znova.
http-flash-reopened = Stališče je znova odprto.
http-flash-released = Stališča so objavljena.
http-flash-releasing = Objava se je začela in teče naprej.
http-flash-job-cancelled = Delo se prekinja.
http-flash-back = Nazaj na { $name }
http-flash-tested = Preizkusno sporočilo je na poti k vam.
http-flash-sent = Obvestilo je potrjeno in se pošilja.
http-flash-confirmed = Vaša vloga je potrjena. Hvala.
http-flash-signed-out = Odjavljeni ste.

http-error-code = Napaka { $status }
http-error-back = Nazaj
http-error-home = Vse javne obravnave

http-typed-body = Besedilo
http-typed-proposed-text = Predlagano besedilo
http-typed-subject = Zadeva
http-typed-reason = Obrazložitev
http-typed-new-text = Novo besedilo odlomka
http-typed-note = Zapis za delovno skupino

http-error-typed-title = Vaše besedilo
http-error-typed-lead = Ni shranjeno. Preden zapustite stran, ga kopirajte.
http-error-request-id = Oznaka zahteve za skrbnika sistema:
http-error-bad-request-title = Zahteve ne razumemo
http-error-bad-request-next = Vrnite se na prejšnjo stran in poskusite znova.
http-error-signed-out-title = Prijava je potekla
http-error-signed-out-next = Prijavite se znova. Kar ste napisali, vam vračamo spodaj.
http-error-again-lead = Kar ste vpisali, ni izgubljeno. Shranimo takoj, ko se znova prijavite.
http-error-again-sign-in = Prijavite se v novem zavihku
http-error-again-return = Vrnite se na to stran in pošljite, kar ste vpisali.
http-error-again-submit = Pošlji vpisano
http-error-too-slow-title = Pošiljanje je trajalo predolgo
http-error-too-slow-next = Preverite povezavo in pošljite znova.
http-error-not-found-title = Te strani ni
http-error-not-found-next = Naslov je morda prepisan napačno ali pa je bila stran odstranjena. Začnite pri seznamu obravnav.
http-error-too-large-title = Besedilo je predolgo
http-error-too-large-next = Skrajšajte ga in pošljite znova.
http-error-too-many-title = Preveč poskusov v kratkem času
http-error-too-many-next = Počakajte nekaj minut in poskusite znova.
http-error-cross-site-title = Zahteva je prišla z druge strani
http-error-cross-site-next = Zaradi varnosti je nismo izvedli. Odprite obrazec na tej strani in ga pošljite znova.
http-error-unavailable-title = Pri nas se je zataknilo
http-error-unavailable-next = Napaka ni vaša in ničesar vam ni treba popravljati. Poskusite znova čez minuto.
http-error-internal-title = Pri nas je šlo nekaj narobe
http-error-internal-next = Napako smo zabeležili. Poskusite znova; če se ponovi, nam pišite in navedite oznako zahteve.

http-static-how-title = Kako deluje javna obravnava
http-static-privacy-title = Varstvo osebnih podatkov
http-static-accessibility-title = Izjava o dostopnosti

http-how-lead = Osnutek preberete, na odlomek oddate pripombo, delovna skupina nanjo odgovori z odločitvijo in razlogom.
http-how-read = Osnutek je razdeljen na poglavja in oštevilčene odstavke. Berete ga lahko brez računa.
http-how-comment = Pripombo oddate k odstavku, cilju, poglavju ali celotnemu osnutku. Lahko predlagate tudi novo besedilo.
http-how-confirm = Na e-poštni naslov dobite povezavo, s katero potrdite oddajo, in povezavo do svoje vloge.
http-how-answer = Delovna skupina odloči o vsaki pripombi. Vsako stališče pred objavo potrdi še drug član ali članica.
http-how-release = Vsa stališča objavimo hkrati v registru pripomb. O svoji pripombi dobite tudi e-poštno sporočilo.
http-how-outcomes-title = Možne odločitve
http-how-outcomes-lead = Odločitev je ena od petih. Razlog je napisan pri vsaki pripombi.
http-how-accepted = predlog je v celoti vključen v besedilo.
http-how-accepted-in-part = vključen je del predloga; pojasnimo, kateri in zakaj.
http-how-not-accepted = besedilo ostane, kakor je; razlog je javen.
http-how-noted = pripomba ne predlaga spremembe, z njo smo se seznanili.
http-how-out-of-scope = pripomba se nanaša na vprašanje, ki ga osnutek ne ureja.
http-how-time-title = Rok in druge poti
http-how-time = Velja čas, ko smo vlogo prejeli, in ne čas potrditve. Rok nikoli ni skrajšan; podaljšanje je z razlogom vpisano v dnevnik roka.
http-how-channels = Pripombe po pošti, e-pošti, na zapisnik ali na okrogli mizi veljajo enako kot spletne in so v istem registru.

http-privacy-lead = Zbiramo le toliko podatkov, kolikor jih potrebujemo, da vašo pripombo obravnavamo in vam odgovorimo.
http-privacy-public-title = Kaj je javno
http-privacy-public-text = Besedilo pripombe in stališče delovne skupine, ko so stališča objavljena. Do takrat je javno samo število pripomb.
http-privacy-public-organisation = Ime organizacije, ki odda vlogo.
http-privacy-public-individual = Ime posameznice ali posameznika samo, če to sami izberete.
http-privacy-private-title = Kaj ni javno
http-privacy-private = E-poštnega naslova in imena, ki ga niste objavili, ne pokažemo na nobeni strani, v nobenem izvozu in v nobenem dnevniku. Vidijo ju samo osebe, ki vodijo obravnavo.
http-privacy-notices-title = Obvestila
http-privacy-notices = O svoji vlogi dobite potrdilo in odgovor. Na obvestila o drugih obravnavah se naročite posebej, s potrditvijo, in se kadar koli odjavite z enim klikom.
http-privacy-cookies-title = Piškotki
http-privacy-cookies = Javne strani ne uporabljajo piškotkov. Piškotek za prijavo dobijo samo članice in člani delovne skupine.
http-privacy-rights-title = Vaše pravice
http-privacy-rights = Zahtevate lahko vpogled v svoje podatke, popravek ali izbris. Javno besedilo pripombe ostane v registru brez vaših podatkov.

http-accessibility-lead = Prizadevamo si, da strani ustrezajo smernicam WCAG 2.2, raven AA.
http-accessibility-keyboard = Vse je mogoče opraviti s tipkovnico in z bralnikom zaslona.
http-accessibility-scripts = Strani delujejo brez skriptov.
http-accessibility-colour = Stanje je vedno napisano z besedo in nikoli označeno samo z barvo.
http-accessibility-zoom = Besedilo je mogoče povečati na 400 odstotkov; svetli in temni videz sledita nastavitvi vaše naprave.
http-accessibility-limits-title = Znane omejitve
http-accessibility-limits = Dokumenti, ki jih pripravijo drugi, morda niso v celoti dostopni. Na prošnjo jih pošljemo v drugi obliki.
http-accessibility-report-title = Sporočite nam težavo
http-accessibility-report = Če česa ne morete prebrati ali opraviti, nam pišite. Pomagali bomo in odpravili oviro.
http-accessibility-supervision-title = Kdo nadzira
http-accessibility-supervision = Če z odgovorom niste zadovoljni, se obrnite na inšpekcijo, pristojno za informacijsko družbo. Nadzor ureja Zakon o dostopnosti spletišč in mobilnih aplikacij (ZDSMA).
http-accessibility-made-title = Kako in kdaj je izjava nastala
http-accessibility-made = Izjava je z dne { $day }. Temelji na samooceni: vsako stran samodejno preverimo z orodjem axe, oddajo pripombe in delo delovne skupine pa preizkusimo samo s tipkovnico.

http-address-missing = Vpišite e-poštni naslov
http-address-no-at = V e-poštnem naslovu manjka znak @, na primer ime@primer.si
http-address-no-name = V e-poštnem naslovu manjka del pred znakom @, na primer ime@primer.si
http-address-no-domain = V e-poštnem naslovu manjka domena za znakom @, na primer ime@primer.si
http-address-several = Vpišite en sam e-poštni naslov
http-address-space = V e-poštnem naslovu ne sme biti presledka
http-address-sign = Na e-poštni naslov z znakom { $sign } ne moremo pisati; preverite ga ali vpišite drugega
http-address-letter = Na e-poštni naslov s črko { $letter } pred znakom @ ne moremo pisati; preverite ga ali vpišite drugega
http-address-dots = V e-poštnem naslovu pred znakom @ pika ne sme biti na začetku, na koncu ali dvakrat zapored
http-address-literal = Za znakom @ vpišite domeno namesto številke strežnika, na primer ime@primer.si
http-address-no-ending = Domeni v e-poštnem naslovu manjka končnica, na primer .si
http-address-domain = Domena za znakom @ ne more obstajati; preverite, ali je prepisana pravilno
http-address-too-long = E-poštni naslov je predolg
http-flash-created = Javna obravnava je ustvarjena. Javno še ni nič.
http-flash-saved-part = Spremembe so shranjene.
http-flash-announced = Javna obravnava je napovedana in je javna. Osnutek obvestila naročnikom čaka med obvestili.
http-flash-extended = Rok je podaljšan, razlog je v javnem dnevniku. Osnutek obvestila naročnikom čaka med obvestili.
http-flash-withdrawn = Javna obravnava je umaknjena, razlog je javen.
http-flash-adopted = Sprejetje je zapisano in javno.
http-flash-deleted = Javna obravnava je izbrisana.
http-flash-set-up = Nastavljeno. Poslali smo vam sporočilo: če ga v nekaj minutah ni, pošta ne dela. Prijavite se.
http-flash-invited = Vabilo je poslano.
http-flash-invited-again = Vabilo smo poslali znova. Velja sedem dni od danes.
http-flash-invitation-revoked = Vabilo je preklicano.
http-flash-invitation-over = To vabilo je bilo že sprejeto ali preklicano.
http-flash-invitation-accepted = Vabilo je sprejeto. Prijavite se.
http-flash-roles-saved = Pooblastila so shranjena.
http-flash-roles-ended = Oseba nima več pooblastil pri tem organu.
http-flash-person-disabled = Račun je onemogočen in povsod odjavljen.
http-flash-person-enabled = Račun je omogočen.
http-flash-second-factor-reset = Druga potrditev je odstranjena. Osebo smo obvestili.
http-flash-second-factor-removed = Druga potrditev je odstranjena.
http-flash-second-factor-owed = Vaš organ zahteva drugo potrditev. Nastavite jo; potem lahko nadaljujete.
http-flash-password-set = Geslo je nastavljeno. Prijavite se z njim.
http-flash-password-changed = Geslo je spremenjeno, druge naprave so odjavljene.
http-flash-address-asked = Povezavo smo poslali na novi naslov. Velja en dan.
http-flash-address-changed = Naslov je spremenjen. Prijavite se z njim.
http-flash-session-ended = Naprava je odjavljena.
http-flash-sessions-ended = Vse druge naprave so odjavljene.
http-error-link-over-title = Povezava ne velja več
http-error-link-over-next = Bila je že uporabljena ali pa je potekla. Prosite za novo.
http-error-second-factor-title = Najprej nastavite drugo potrditev prijave
http-error-second-factor-next = Vaš organ jo zahteva. Kar ste napisali, vam vračamo spodaj.
http-error-address-taken-title = S tem naslovom se prijavlja nekdo drug
http-error-address-taken-next = Naslov računa je ostal, kot je bil.
http-flash-announcement-set = Čas napovedi je določen. Do takrat obravnava ni javna.
http-flash-announcement-taken-back = Napoved je preklicana. Nihče ni videl ničesar.
http-flash-preview-made = Povezava je narejena.
http-flash-preview-revoked = Povezava je preklicana.
http-flash-authority-made = Organ je narejen. Dopolnite, kar manjka, in povabite ljudi.
http-flash-outage-recorded = Izpad je v javnem dnevniku. Spodaj lahko podaljšate rok.
